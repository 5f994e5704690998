import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { logIn as openSessionOf } from '@/accounts/sessions/log-in/log-in';
import { SECOND_MS } from '@/platform/time/durations';
import { t } from '../support/messages/english';
import { createAdmin, createDoctor, createPatient, type Person } from '../support/people/factories';
import { setUpTotp } from '../support/people/factors';
import { expectAccessible } from './support/expect-accessible';
import { submitLogIn } from './support/log-in-steps';
import { linkIn, waitForMail } from './support/mailbox';
import { browserOf } from './support/people';

/** Chromium's own authenticator: a passkey with its user checked, without a person. */
async function addAuthenticator(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return cdp;
}

/** A browser with a session that still lacks its second factor. */
async function halfOpen(person: Person): Promise<Person> {
  const { sessionId } = await openSessionOf({
    email: person.actor.email,
    password: person.password,
  });
  return { ...person, actor: { ...person.actor, sessionId } };
}

test('a doctor adds a passkey, and logs in with it alone', async ({ browser }) => {
  const doctor = await createDoctor();
  const { context, page } = await browserOf(browser, doctor);
  await addAuthenticator(page);
  await page.goto('/doctor');
  const account = t('components.portalShell.account', {
    name: doctor.actor.displayName,
    role: t('app.roles.DOCTOR'),
  });
  await page.getByRole('link', { name: account }).click();
  await page.getByRole('link', { name: t('app.security.title'), exact: true }).click();
  await page.getByLabel(t('accounts.passkeys.name')).fill('My phone');
  await page.getByRole('button', { name: t('accounts.passkeys.add') }).click();
  await expect(page.getByText('My phone', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: t('accounts.logOutButton.logOut') }).click();
  await page.getByRole('button', { name: t('accounts.loginForm.passkey') }).click();
  await expect(page.getByRole('heading', { name: t('app.doctor.title'), level: 1 })).toBeVisible();
  await context.close();
});

test('a patient sets up an authenticator app, which a log-in then asks for', async ({
  browser,
}) => {
  const patient = await createPatient();
  const { context, page } = await browserOf(browser, patient);
  await page.goto('/patient/security');
  await page.getByRole('button', { name: t('accounts.totp.begin') }).click();
  const secret = await page.locator('code').first().innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (steps: number) =>
    totp.generate({ timestamp: Date.now() + steps * 30 * SECOND_MS });
  await page.getByLabel(t('accounts.totp.firstCode')).fill(codeAt(-1));
  await page.getByRole('button', { name: t('accounts.totp.confirm') }).click();
  await expect(page.getByText(t('accounts.totp.isSetUp'))).toBeVisible();
  await page.getByRole('button', { name: t('accounts.backupCodes.make') }).click();
  const codes = page.getByRole('list', { name: t('accounts.backupCodes.title') });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  const backupCode = await codes.getByRole('listitem').first().innerText();

  await page.getByRole('button', { name: t('accounts.logOutButton.logOut') }).click();
  // The page before has a field for an address, too.
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await submitLogIn(page, patient.actor.email, patient.password);
  await expect(
    page.getByRole('heading', { name: t('accounts.secondFactorCard.title') }),
  ).toBeVisible();
  await page.goto('/patient/wallet');
  await expect(
    page.getByRole('heading', { name: t('accounts.secondFactorCard.title') }),
  ).toBeVisible();
  const code = page.getByLabel(t('accounts.factorProofForm.code.totp'));
  await code.fill('000000');
  const goOn = page.getByRole('button', { name: t('accounts.factorProofForm.goOn') });
  await goOn.click();
  await expect(page.getByText(t('accounts.factors.codeWrong'))).toBeVisible();
  await expect(goOn).toBeFocused();
  await code.fill(codeAt(1));
  await page.getByRole('button', { name: t('accounts.factorProofForm.goOn') }).click();
  await expect(page.getByRole('heading', { name: t('common.wallet'), level: 1 })).toBeVisible();

  await page.getByRole('button', { name: t('accounts.logOutButton.logOut') }).click();
  // The page before has a field for an address, too.
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await submitLogIn(page, patient.actor.email, patient.password);
  await page.getByRole('button', { name: t('accounts.factorProofForm.useBackup') }).click();
  await page.getByLabel(t('accounts.factorProofForm.code.backup-code')).fill(backupCode);
  await page.getByRole('button', { name: t('accounts.factorProofForm.goOn') }).click();
  await expect(page.getByRole('heading', { name: t('common.myReports'), level: 1 })).toBeVisible();
  await context.close();
});

test('a doctor who lost everything asks for a reset; two administrators confirm, the owner cancels', async ({
  browser,
}) => {
  const doctor = await createDoctor();
  await setUpTotp(doctor);
  const { name, email } = { name: doctor.actor.displayName, email: doctor.actor.email };
  const { context, page } = await browserOf(browser, await halfOpen(doctor));
  await page.goto('/doctor');
  await page.getByRole('button', { name: t('accounts.lostFactors.lost') }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('accounts.lostFactors.ask') }).click();
  await expect(page.getByText(t('accounts.lostFactors.underWay'))).toBeVisible();

  for (const admin of [await createAdmin(), await createAdmin()]) {
    const desk = await browserOf(browser, admin);
    await desk.page.goto('/admin/factor-resets');
    const card = desk.page.getByRole('listitem').filter({ hasText: email });
    await card
      .getByRole('button', {
        name: t('accounts.resetDecisionButtons.confirmation.verbName', { name }),
      })
      .click();
    const dialog = desk.page.getByRole('dialog', {
      name: t('accounts.resetDecisionButtons.confirmation.question', { name }),
    });
    await expect(
      dialog.getByText(t('accounts.resetDecisionButtons.confirmation.removed')),
    ).toBeVisible();
    await dialog
      .getByRole('button', { name: t('accounts.resetDecisionButtons.confirmation.verb') })
      .click();
    await expect(card).toContainText(admin.actor.displayName);
    await desk.context.close();
  }
  const mail = await waitForMail(email, t('accounts.factorReset.mail.second.subject'));
  await page.goto(linkIn(mail));
  await page.getByRole('button', { name: t('accounts.cancelReset.cancel') }).click();
  await expect(
    page.getByRole('heading', { name: t('accounts.cancelReset.doneTitle') }),
  ).toBeVisible();
  // One click of the demonstration in the place of the app.
  await page.goto('/doctor');
  await page.getByRole('button', { name: t('accounts.factorProofForm.demo') }).click();
  await expect(page.getByRole('heading', { name: t('app.doctor.title'), level: 1 })).toBeVisible();
  await context.close();
});

test('a security mail freezes the account by one link', async ({ browser }) => {
  const patient = await createPatient();
  const { context, page } = await browserOf(browser, patient);
  await setUpTotp(patient);
  const mail = await waitForMail(
    patient.actor.email,
    t('accounts.securityNotice.factorChanged.totp-added.subject'),
  );
  const other = await browser.newContext();
  const reader = await other.newPage();
  await reader.goto(linkIn(mail));
  await reader.getByRole('button', { name: t('accounts.notMeForm.freeze') }).click();
  await expect(
    reader.getByRole('heading', { name: t('accounts.notMeForm.frozenTitle') }),
  ).toBeVisible();
  await page.goto('/patient');
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await waitForMail(patient.actor.email, t('accounts.securityNotice.accountFrozen.subject'));
  await other.close();
  await context.close();
});
