import { expect, type Page } from '@playwright/test';
import { t } from '../../support/messages/english';
import type { Person } from '../../support/people/factories';
import { proveMailbox } from './guest-steps';
import { goToPrice } from './patient-steps';
import type { Guest } from './shared-report';
import { sentencePattern } from '../../support/messages/sentence-pattern';

/** People and reports in every state that a page shows. */
export interface World {
  doctor: Person;
  patient: Person;
  newDoctor: Person;
  newPatient: Person;
  admin: Person;
  guest: Guest;
  reports: Record<
    'draft' | 'covidDraft' | 'forwarded' | 'rejected' | 'approved' | 'anchored',
    string
  >;
}

/** One state of a page. */
export interface State {
  name: string;
  /** Nobody for public pages. */
  who?: 'doctor' | 'patient' | 'newDoctor' | 'newPatient' | 'admin';
  path: string | ((world: World) => string);
  /** What has to be there before the page is checked. */
  shows: string | RegExp;
  /** Steps that open what the page hides at first. */
  steps?: (page: Page, world: World) => Promise<void>;
}

/** The link at the bell, whatever it counts. */
const BELL = new RegExp(`^${t('notifications.bell.label', { unread: 0, isMany: 'no' })}`);

/** As whole as a mailed one. */
const SECRET = 'A'.repeat(43);

/** Every page with its states, by its path in `src/app`. */
export const STATES: Record<string, State[]> = {
  '/': [{ name: 'doors', path: '/', shows: t('app.home.patient') }],
  '/login': [
    {
      name: 'after a log-out',
      path: '/login?notice=logged-out',
      shows: t('app.login.notices.logged-out'),
    },
    {
      name: 'with errors',
      path: '/login',
      shows: t('accounts.loginForm.forgottenYourPassword'),
      steps: (page) => press(page, t('common.logIn'), t('accounts.logIn.passwordMissing')),
    },
  ],
  '/register': [
    {
      name: 'of a patient, with errors',
      path: '/register',
      shows: t('accounts.registerPatientForm.dateOfBirth'),
      steps: (page) =>
        press(
          page,
          t('accounts.registerPatientForm.registerAsAPatient'),
          t('accounts.registration.chooseDate'),
        ),
    },
    {
      name: 'of a doctor',
      path: '/register?as=doctor',
      shows: t('accounts.registerDoctorForm.licenceNumber'),
    },
  ],
  '/confirm-email': [
    {
      name: 'with a link',
      path: `/confirm-email#${SECRET}`,
      shows: t('accounts.confirmEmailForm.confirmAndLogIn'),
    },
    {
      name: 'damaged',
      path: '/confirm-email#secret',
      shows: t('accounts.brokenLink.damagedTitle'),
    },
  ],
  '/forgot-password': [
    { name: 'form', path: '/forgot-password', shows: t('accounts.forgotPasswordForm.sendTheLink') },
  ],
  '/reset-password': [
    {
      name: 'form',
      path: `/reset-password#${SECRET}`,
      shows: t('accounts.resetPasswordForm.setThePassword'),
    },
    { name: 'without', path: '/reset-password', shows: t('accounts.brokenLink.openTheMail') },
  ],
  '/verify': [
    {
      name: 'with a code',
      path: '/verify#code=1A4Y3JWDLHPRY31M',
      shows: t('reports.verifyPanel.reportCode', { fragmentCode: '1A4Y3JWDLHPRY31M' }),
    },
  ],
  '/api-docs': [{ name: 'routes', path: '/api-docs', shows: '/api/patients' }],
  '/guest': [
    { name: 'damaged', path: '/guest#x', shows: t('sharing.guestEnds.damaged.title') },
    {
      name: 'asking for a code',
      path: ({ guest }) => guest.link,
      shows: t('sharing.codeEntry.send'),
    },
    {
      name: 'open',
      path: ({ guest }) => guest.link,
      shows: t('sharing.codeEntry.send'),
      steps: openAsGuest,
    },
  ],
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
        press(page, t('sharing.viewersPanel.change'), t('registry.costNow.whoseFee')),
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
  '/patient/profile': [
    {
      name: 'before the first report',
      who: 'newPatient',
      path: '/patient/profile',
      shows: t('accounts.profile.untilFirstReport'),
    },
    {
      name: 'after it, with errors',
      who: 'patient',
      path: '/patient/profile',
      shows: t('accounts.profile.askWhy'),
      steps: (page) =>
        press(page, t('accounts.profile.askVerb'), t('accounts.profile.reasonMissing')),
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
      name: 'price',
      who: 'patient',
      path: ({ reports }) => `/patient/seal?report=${reports.approved}`,
      shows: t('sharing.sealingSteps.viewersTitle', { count: 1 }),
      steps: async (page) => {
        await goToPrice(page);
        await press(page, t('forecast.feeForecast.showWeek'), t('forecast.dayTable.likelyRange'));
      },
    },
  ],
  '/doctor': [
    { name: 'empty', who: 'newDoctor', path: '/doctor', shows: t('app.patient.noReportsYet') },
    { name: 'filled', who: 'doctor', path: '/doctor', shows: /\d reports for 1 patient/ },
  ],
  '/doctor/reports/new': [
    {
      name: 'choice',
      who: 'doctor',
      path: '/doctor/reports/new',
      shows: t('templates.bloodPressure.title'),
    },
  ],
  '/doctor/profile': [
    {
      name: 'of a doctor',
      who: 'doctor',
      path: '/doctor/profile',
      shows: t('accounts.profile.askAsDoctor'),
    },
  ],
  '/doctor/reports/[reportId]': [
    {
      name: 'a draft about blood pressure',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.draft}`,
      shows: 'Measurement A',
      steps: (page) =>
        press(page, t('reports.draftActions.send'), t('reports.draftActions.sendTitle')),
    },
    {
      name: 'a draft about COVID-19',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.covidDraft}`,
      shows: t('templates.covid19.reasonForTesting'),
    },
    {
      name: 'rejected',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.rejected}`,
      shows: t('components.originalPdf.download'),
    },
    {
      name: 'anchored',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.anchored}`,
      shows: t('components.originalPdf.download'),
    },
  ],
  '/admin': [
    { name: 'overview', who: 'admin', path: '/admin', shows: t('jobs.queuePanel.outbox') },
  ],
  // Other tests register doctors all the while, so that the empty list is not met here.
  '/admin/doctors': [{ name: 'filled', who: 'admin', path: '/admin/doctors', shows: 'Licence' }],
  '/admin/people': [
    {
      name: 'without requests',
      who: 'admin',
      path: '/admin/people',
      shows: t('accounts.personFinder.label'),
    },
  ],
  '/admin/people/[accountId]': [
    {
      name: 'of a patient',
      who: 'admin',
      path: ({ patient }) => `/admin/people/${patient.actor.accountId}`,
      shows: t('app.adminPerson.consequence'),
    },
  ],
  '/admin/profile': [
    { name: 'own', who: 'admin', path: '/admin/profile', shows: t('accounts.profile.correct') },
  ],
  '/admin/recoveries': [
    { name: 'list', who: 'admin', path: '/admin/recoveries', shows: t('app.adminRecoveries.none') },
  ],
  '/admin/issuers': [
    {
      name: 'list',
      who: 'admin',
      path: '/admin/issuers',
      shows: t('registry.administrationCard.whoAdministersTheContract'),
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
  '/doctor/notifications': [
    {
      name: 'filled',
      who: 'doctor',
      path: '/doctor/notifications',
      shows: t('notifications.list.kept'),
    },
  ],
  '/doctor/notifications/settings': [
    {
      name: 'choices',
      who: 'doctor',
      path: '/doctor/notifications/settings',
      shows: t('notifications.settings.security.label'),
    },
  ],
  '/admin/notifications': [
    {
      name: 'of an administrator',
      who: 'admin',
      path: '/admin/notifications',
      shows: t('app.notifications.title'),
    },
  ],
  '/admin/notifications/settings': [
    {
      name: 'choices',
      who: 'admin',
      path: '/admin/notifications/settings',
      shows: t('notifications.settings.security.label'),
    },
  ],
  '/[...unknown]': [{ name: 'nothing', path: '/no/such/page', shows: t('app.nothingHere.title') }],
};

async function press(page: Page, button: string, shows: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText(shows).first()).toBeVisible();
}

async function openAsGuest(page: Page, { guest }: World): Promise<void> {
  await proveMailbox(page, guest.email);
  await expect(page.getByText(t('reports.sealLine.isOriginalQuestion'))).toBeVisible();
  await expect(
    page.getByRole('link', { name: t('components.originalPdf.download') }),
  ).toBeVisible();
  await page.getByRole('button', { name: t('sharing.proofDetails.title') }).click();
}
