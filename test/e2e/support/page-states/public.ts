import { t } from '../../../support/messages/english';
import { press } from './press';
import type { State, World } from './state';
import { expect, type Page } from '@playwright/test';
import { proveMailbox } from '../guest-steps';

/** As whole as a mailed one. */
const SECRET = 'A'.repeat(43);

/** The pages for everyone. */
export const PUBLIC_STATES: Record<string, State[]> = {
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
  '/second-factor': [
    {
      name: 'of a log-in',
      who: 'halfOpen',
      path: '/second-factor',
      shows: t('accounts.secondFactorCard.title'),
    },
  ],
  '/set-up-second-factor': [
    {
      name: 'when it is due',
      who: 'overdue',
      path: '/set-up-second-factor',
      shows: t('accounts.setUpSecondFactor.title'),
    },
  ],
  '/not-me': [
    { name: 'with a link', path: `/not-me#${SECRET}`, shows: t('accounts.notMeForm.freeze') },
  ],
  '/confirm-new-email': [
    {
      name: 'with a link',
      path: `/confirm-new-email#${SECRET}`,
      shows: t('accounts.emailChange.lead'),
    },
  ],
  '/keep-account': [
    {
      name: 'with a link',
      path: `/keep-account#${SECRET}`,
      shows: t('accounts.keepAccount.keep'),
    },
  ],
  '/cancel-factor-reset': [
    {
      name: 'with a link',
      path: `/cancel-factor-reset#${SECRET}`,
      shows: t('accounts.cancelReset.cancel'),
    },
  ],
  '/[...unknown]': [{ name: 'nothing', path: '/no/such/page', shows: t('app.nothingHere.title') }],
};

async function openAsGuest(page: Page, { guest }: World): Promise<void> {
  await proveMailbox(page, guest.email);
  await expect(page.getByText(t('reports.sealLine.isOriginalQuestion'))).toBeVisible();
  await expect(
    page.getByRole('link', { name: t('components.originalPdf.download') }),
  ).toBeVisible();
  await page.getByRole('button', { name: t('sharing.proofDetails.title') }).click();
}
