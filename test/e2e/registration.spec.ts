import { expect, test, type Page } from '@playwright/test';
import type { MessageKey } from '@/messages/translator';
import { t } from '../support/messages/english';
import { createAdmin, PASSWORD } from '../support/people/factories';
import { alertIn } from './support/alert-in';
import { linkIn, waitForMail } from './support/mailbox';
import { browserOf } from './support/people';
import { newAddress } from './support/shared-report';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { submitLogIn } from './support/log-in-steps';

const WRONG = t('errors.wrong-credentials');

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Fills and sends the patient's form; the page then speaks of the mailbox. */
async function registerPatient(
  page: Page,
  name: string,
  printedName: string,
  email: string,
): Promise<void> {
  await page.goto('/register');
  const printed = page.getByLabel(t('accounts.personNameFields.printedName'));
  await expect(printed).toBeHidden();
  await page.getByLabel(t('accounts.registerPatientForm.fullName')).fill(name);
  await printed.fill(printedName);
  await page.getByLabel(t('common.eMailAddress')).fill(email);
  const born = page.getByRole('group', { name: t('accounts.registerPatientForm.dateOfBirth') });
  await born.getByLabel(t('components.partialDateInput.month')).selectOption('May');
  await born.getByLabel(t('components.partialDateInput.year')).fill('1979');
  await choose(page, t('accounts.registerPatientForm.gender'), t('accounts.genders.female'));
  await choose(
    page,
    t('accounts.registerPatientForm.bloodGroup'),
    t('accounts.bloodGroups.A_POSITIVE'),
  );
  await page.getByRole('textbox', { name: t('common.password') }).fill(PASSWORD);
  await page
    .getByRole('button', { name: t('accounts.registerPatientForm.registerAsAPatient') })
    .click();
  await expect(page.getByRole('heading', { name: t('accounts.sentCard.title') })).toBeVisible();
}

async function registerDoctor(
  page: Page,
  email: string,
  licence: string,
  password = PASSWORD,
): Promise<void> {
  await page.goto('/register?as=doctor');
  await page
    .getByLabel(t('accounts.registerDoctorForm.fullNameWithTitle'))
    .fill('Dr. Maria Georgiou');
  await page.getByLabel(t('common.eMailAddress')).fill(email);
  await page.getByLabel(t('accounts.registerDoctorForm.licenceNumber')).fill(licence);
  await page.getByLabel(t('accounts.registerDoctorForm.clinic')).fill('Harbour Clinic');
  await page.getByRole('textbox', { name: t('common.password') }).fill(password);
  await page
    .getByRole('button', { name: t('accounts.registerDoctorForm.registerAsADoctor') })
    .click();
}

async function confirmAddress(page: Page, link: string, password = PASSWORD): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: t('common.password') }).fill(password);
  await page.getByRole('button', { name: t('accounts.confirmEmailForm.confirmAndLogIn') }).click();
}

test('the first page has three doors', async ({ page }) => {
  await page.goto('/');
  const patient = page.getByRole('region', { name: t('app.home.patient') });
  const doctor = page.getByRole('region', { name: t('app.home.doctor') });
  const guest = page.getByRole('region', { name: t('app.home.guest') });
  await expect(patient.getByRole('link', { name: t('app.home.registerAsPatient') })).toBeVisible();
  await expect(
    doctor.getByRole('link', { name: t('accounts.registerDoctorForm.registerAsADoctor') }),
  ).toBeVisible();
  await expect(guest.getByRole('link', { name: t('app.home.verify') })).toBeVisible();
  await doctor.getByRole('link', { name: t('app.home.logInAsDoctor') }).click();
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
});

test('a patient registers, confirms the mailbox and is in; the link works once', async ({
  page,
}) => {
  const email = newAddress('new-patient');
  await registerPatient(page, '李小龍', 'Li Xiaolong', email);
  const link = linkIn(await waitForMail(email, t('accounts.sendConfirmEmail.subject')));

  await page.goto('/login');
  await submitLogIn(page, email, PASSWORD);
  await expect(alertIn(page)).toContainText(WRONG);
  await page.getByRole('button', { name: t('accounts.resendConfirmation.send') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: t('accounts.resendConfirmation.sent') }),
  ).toBeVisible();

  await confirmAddress(page, link, 'somebody-else-typed-this');
  await expect(alertIn(page)).toContainText(WRONG);
  await confirmAddress(page, link);
  await expect(page.getByRole('heading', { name: t('common.myReports') })).toBeVisible();

  const account = t('components.portalShell.account', {
    name: '李小龍',
    role: t('app.roles.PATIENT'),
  });
  await page.getByRole('link', { name: account }).click();
  const about = page.getByRole('region', { name: t('accounts.profile.about') });
  await expect(about).toContainText('Li Xiaolong');
  await expect(about).toContainText('May 1979');
  await page
    .getByRole('group', { name: t('accounts.profile.fields.birthDate') })
    .getByLabel(t('components.partialDateInput.day'))
    .fill('30');
  await page.getByRole('button', { name: t('accounts.profile.save') }).click();
  await expect(about).toContainText('30 May 1979');
  await waitForMail(email, t('accounts.profileMail.corrected.subject'));

  await page.getByRole('button', { name: t('accounts.logOutButton.logOut') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: t('app.login.notices.logged-out') }),
  ).toBeVisible();
  await confirmAddress(page, link);
  await expect(alertIn(page)).toContainText(t('errors.token-invalid'));
});

test('a doctor waits for an administrator; a suspension ends the session at once', async ({
  page,
  browser,
}) => {
  const email = newAddress('new-doctor');
  await registerDoctor(page, email, `CY-NEW-${process.pid}`);
  await expect(page.getByRole('heading', { name: t('accounts.sentCard.title') })).toBeVisible();
  await confirmAddress(
    page,
    linkIn(await waitForMail(email, t('accounts.sendConfirmEmail.subject'))),
  );
  await expect(
    page.getByRole('status').filter({ hasText: t('accounts.confirmEmailForm.pending') }),
  ).toBeVisible();
  await page.goto('/login?next=/doctor');
  await submitLogIn(page, email, PASSWORD);
  await expect(alertIn(page)).toContainText(t('errors.account-pending'));

  const { page: admin, context } = await browserOf(browser, await createAdmin());
  await admin.goto('/admin/doctors');
  await admin.getByRole('combobox', { name: t('common.doctor') }).fill(email);
  await admin.getByRole('option', { name: `CY-NEW-${process.pid}` }).click();
  const card = admin.getByRole('listitem').filter({ hasText: email });
  await expect(admin.getByRole('heading', { level: 2 })).toHaveCount(1);
  await expect(card).toContainText(t('accounts.statuses.PENDING'));
  await card
    .getByRole('button', {
      name: t('accounts.doctorDecisionButtons.approve.verbName', { name: 'Dr. Maria Georgiou' }),
    })
    .click();
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: t('reports.reviewPanel.approve') })
    .click();
  await expect(card).toContainText(t('accounts.statuses.ACTIVE'));
  await waitForMail(email, t('accounts.sendDoctorDecided.approvedSubject'));
  await submitLogIn(page, email, PASSWORD);
  await expect(page.getByRole('heading', { name: t('app.patient.noReportsYet') })).toBeVisible();

  await card
    .getByRole('button', {
      name: t('accounts.doctorDecisionButtons.suspend.verbName', { name: 'Dr. Maria Georgiou' }),
    })
    .click();
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: t('accounts.doctorDecisionButtons.suspend.verb') })
    .click();
  await expect(card).toContainText(t('accounts.statuses.SUSPENDED'));
  await page.goto('/doctor/reports/new');
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await submitLogIn(page, email, PASSWORD);
  await expect(alertIn(page)).toContainText(t('errors.account-suspended'));
  await context.close();
});

test('errors stand beside their fields', async ({ page }) => {
  await page.goto('/register');
  await page
    .getByRole('button', { name: t('accounts.registerPatientForm.registerAsAPatient') })
    .click();
  const beside = async (label: string | RegExp, problem: MessageKey) => {
    const field = page.getByLabel(label).first();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(sentencePattern(problem));
  };
  await beside(t('accounts.registerPatientForm.fullName'), 'accounts.registration.nameTooShort');
  await beside(t('common.eMailAddress'), 'accounts.emailSchema.invalid');
  await beside(t('components.partialDateInput.year'), 'accounts.registration.chooseDate');
  await beside(t('accounts.registerPatientForm.gender'), 'accounts.registration.chooseOne');
  await expect(page.getByLabel(t('accounts.registerPatientForm.fullName'))).toBeFocused();

  // What the field itself says, and the server.
  await registerDoctor(page, newAddress('weak'), `CY-WEAK-${process.pid}`, 'password1234');
  await beside(t('common.password'), 'accounts.passwordRules.common');
});
