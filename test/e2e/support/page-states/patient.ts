import { t } from '../../../support/messages/english';
import { press } from './press';
import type { State } from './state';
import { expect } from '@playwright/test';
import { goToPrice, payMyself } from '../patient-steps';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

/** The link at the bell, whatever it counts. */
const BELL = new RegExp(`^${t('notifications.bell.label', { unread: 0, isMany: 'no' })}`);

/** The pages of patients. */
export const PATIENT_STATES: Record<string, State[]> = {
  '/patient': [
    { name: 'empty', who: 'newPatient', path: '/patient', shows: t('app.patient.noReportsYet') },
    {
      name: 'filled',
      who: 'patient',
      path: '/patient',
      shows: sentencePattern('forecast.priceLine.today', { size: 'other' }),
    },
  ],
  '/patient/fees': [
    // The forecast's other states have a test of their own, which checks them, too.
    {
      name: 'with the forecast hour by hour',
      who: 'patient',
      path: '/patient/fees',
      shows: t('registry.feeNow.forOneReportWithTwoViewers'),
      steps: (page) => page.getByText(t('forecast.weekView.hourByHour')).click(),
    },
  ],
  '/patient/reports/[reportId]': [
    {
      name: 'forwarded',
      who: 'patient',
      path: ({ reports }) => `/patient/reports/${reports.forwarded}`,
      shows: t('components.originalPdf.download'),
      steps: (page) => press(page, t('reports.reviewPanel.reject'), t('reports.rejectForm.reason')),
    },
    {
      name: 'approved',
      who: 'patient',
      path: ({ reports }) => `/patient/reports/${reports.approved}`,
      shows: t('sharing.sealCard.explanation'),
    },
    {
      name: 'anchored',
      who: 'patient',
      path: ({ reports }) => `/patient/reports/${reports.anchored}`,
      shows: t('components.originalPdf.download'),
      steps: (page) =>
        press(page, t('sharing.viewersPanel.change'), t('sharing.clinicCost.nothing')),
    },
  ],
  '/patient/reports/[reportId]/access': [
    {
      name: 'filled',
      who: 'patient',
      path: ({ reports }) => `/patient/reports/${reports.anchored}/access`,
      shows: sentencePattern('sharing.accessLog.actions.report.forwarded'),
    },
  ],
  '/patient/reports/[reportId]/withdraw': [
    {
      name: 'before the wallet is asked',
      who: 'patient',
      path: ({ reports }) => `/patient/reports/${reports.anchored}/withdraw`,
      shows: t('sharing.withdrawalForm.forever'),
      steps: async (page) => {
        await expect(page.getByText(t('sharing.clinicCost.nothing'))).toBeVisible();
      },
    },
  ],
  '/patient/profile': [
    {
      name: 'before the first report',
      who: 'newPatient',
      path: '/patient/profile',
      shows: t('accounts.profile.untilFirstReport'),
    },
    {
      name: 'after it, with a declined request and errors',
      who: 'patient',
      path: '/patient/profile',
      shows: t('accounts.profile.declined.title'),
      steps: (page) =>
        press(page, t('accounts.profile.askVerb'), t('accounts.profile.reasonMissing')),
    },
  ],
  '/patient/doctors': [
    {
      name: 'nobody found',
      who: 'patient',
      path: '/patient/doctors',
      shows: t('app.patientDoctors.lead'),
      steps: async (page) => {
        await page.getByLabel(t('accounts.doctorSearch.words')).fill('nobody is called so');
        await press(page, t('accounts.doctorSearch.search'), t('accounts.doctorSearch.none'));
      },
    },
  ],
  '/patient/emergency': [
    {
      name: 'with a person to tell and a mistake',
      who: 'newPatient',
      path: '/patient/emergency',
      shows: t('records.emergency.contacts'),
      steps: async (page) => {
        await page.getByRole('button', { name: t('records.emergency.addContact') }).click();
        await press(page, t('records.emergency.save'), t('records.emergency.phone'));
      },
    },
    {
      name: 'with what a doctor has opened',
      who: 'patient',
      path: '/patient/emergency',
      shows: t('sharing.receivedEmergencies.title'),
    },
  ],
  '/patient/emergency/card': [
    {
      name: 'with a code',
      who: 'patient',
      path: '/patient/emergency/card',
      shows: t('records.emergencyCard.doctors'),
      steps: (page) => page.getByLabel(t('records.emergencyCard.withFacts')).check(),
    },
  ],
  '/patient/requests': [
    {
      name: 'empty, with a new code',
      who: 'newPatient',
      path: '/patient/requests',
      shows: t('app.patientRequests.emptyTitle'),
      steps: (page) =>
        press(page, t('sharing.patientCode.make'), t('sharing.patientCode.renewHint')),
    },
    {
      name: 'filled',
      who: 'patient',
      path: '/patient/requests',
      shows: t('app.patientRequests.list'),
    },
  ],
  '/patient/requests/[requestId]': [
    {
      name: 'to decide',
      who: 'patient',
      path: ({ requests }) => `/patient/requests/${requests.asked}`,
      shows: t('sharing.decideForm.silence'),
      steps: (page) => press(page, t('sharing.decideForm.decline'), t('sharing.denyForm.reason')),
    },
    {
      name: 'granted',
      who: 'patient',
      path: ({ requests }) => `/patient/requests/${requests.granted}`,
      shows: t('sharing.clinicCost.nothing'),
    },
  ],
  '/patient/wallet': [
    {
      name: 'empty',
      who: 'newPatient',
      path: '/patient/wallet',
      shows: t('app.patientWallet.connectYourWallet'),
    },
    {
      name: 'bound',
      who: 'patient',
      path: '/patient/wallet',
      shows: t('app.patientWallet.connectAnotherWallet'),
    },
  ],
  // The steps of a lost wallet and of a batch have tests of their own, which check them, too.
  '/patient/wallet/lost': [
    {
      name: 'without a wallet',
      who: 'newPatient',
      path: '/patient/wallet/lost',
      shows: t('app.lostWallet.none'),
    },
    {
      name: 'form',
      who: 'patient',
      path: '/patient/wallet/lost',
      shows: t('registry.lostWalletForm.whichWalletIsLost'),
    },
  ],
  '/patient/seal': [
    {
      name: 'without a choice',
      who: 'patient',
      path: '/patient/seal',
      shows: t('app.patientSeal.chooseAgain'),
    },
    {
      name: 'the clinic pays',
      who: 'patient',
      path: ({ reports }) => `/patient/seal?report=${reports.approved}`,
      shows: t('sharing.sealingSteps.viewersTitle', { count: 1 }),
      steps: async (page) => {
        await goToPrice(page);
        await expect(page.getByText(t('sharing.clinicCost.nothing'))).toBeVisible();
      },
    },
    {
      name: 'price',
      who: 'patient',
      path: ({ reports }) => `/patient/seal?report=${reports.approved}`,
      shows: t('sharing.sealingSteps.viewersTitle', { count: 1 }),
      steps: async (page) => {
        await goToPrice(page);
        await payMyself(page);
        await press(page, t('forecast.feeForecast.showWeek'), t('forecast.dayTable.likelyRange'));
      },
    },
  ],
  '/patient/notifications': [
    {
      name: 'filled, under the open bell',
      who: 'patient',
      path: '/patient/notifications',
      shows: t('notifications.list.kept'),
      steps: async (page) => {
        await page.getByRole('link', { name: BELL }).click();
        const panel = page.getByRole('dialog', { name: t('notifications.panel.title') });
        await expect(panel.getByRole('listitem').first()).toBeVisible();
      },
    },
    {
      name: 'empty',
      who: 'newPatient',
      path: '/patient/notifications',
      shows: t('notifications.list.emptyTitle'),
    },
  ],
  '/patient/notifications/settings': [
    {
      name: 'choices',
      who: 'patient',
      path: '/patient/notifications/settings',
      shows: t('notifications.settings.security.label'),
    },
  ],
  '/patient/uploads': [
    {
      name: 'without files',
      who: 'newPatient',
      path: '/patient/uploads',
      shows: t('records.ownUploads.none'),
    },
  ],
  '/patient/data': [
    {
      name: 'without a copy',
      who: 'newPatient',
      path: '/patient/data',
      shows: t('interop.exportPanel.ask'),
    },
  ],
  '/patient/data/erase': [
    {
      name: 'what goes and what stays',
      who: 'patient',
      path: '/patient/data/erase',
      shows: t('interop.eraseSections.stays'),
    },
  ],
  '/patient/recovery-kit': [
    {
      name: 'with a new sheet',
      who: 'patient',
      path: '/patient/recovery-kit',
      shows: t('reports.recoveryKit.wallet.explanation'),
      steps: (page) =>
        press(page, t('reports.recoveryKit.paper.make'), t('reports.recoveryKit.sheet.warning')),
    },
    {
      name: 'without a wallet',
      who: 'newPatient',
      path: '/patient/recovery-kit',
      shows: t('app.patientWallet.connectYourWallet'),
    },
  ],
  '/patient/security': [
    {
      name: 'without a second factor',
      who: 'patient',
      path: '/patient/security',
      shows: t('accounts.sessions.title'),
    },
  ],
};
