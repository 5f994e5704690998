import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { logIn as openSessionOf } from '@/accounts/sessions/log-in';
import { SECOND_MS } from '@/platform/time/durations';
import { t } from '../support/messages/english';
import { createDoctor, createPatient, type Person } from '../support/people/factories';
import { setUpTotp } from '../support/people/factors';
import { call, operations, refusalOf } from './support/api';
import { submitLogIn } from './support/log-in-steps';
import { linkIn, waitForMail } from './support/mailbox';
import { browserOf } from './support/people';

/** Routes that supply what a half-open session lacks, and those that end it. */
const OPEN_HALFWAY = new Set([
  'GET /api/accounts/session',
  'DELETE /api/accounts/session',
  'GET /api/accounts/factors',
  'POST /api/accounts/second-factor',
  'POST /api/accounts/second-factor/passkey-options',
]);

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
  const account = t('components.portalShell.account', { name: doctor.actor.displayName });
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
  await page.getByRole('button', { name: t('accounts.factorProofForm.goOn') }).click();
  await expect(page.getByText(t('accounts.factors.codeWrong'))).toBeVisible();
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

test('a session without its second factor opens no route and no page', async ({ browser }) => {
  const people = { patient: await createPatient(), doctor: await createDoctor() };
  for (const [role, person] of Object.entries(people)) {
    await setUpTotp(person);
    const { context, page } = await browserOf(browser, await halfOpen(person));
    const stranger = await browser.newContext();
    for (const { method, path } of operations()) {
      const route = `${method} ${path}`;
      if (OPEN_HALFWAY.has(route)) continue;
      const real = path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
      const anonymous = await call(stranger.request, method, real, { data: {} });
      // Routes for anyone answer a stranger; the others are what a session opens.
      if (anonymous.status() !== 401) continue;
      const refusal = await refusalOf(await call(context.request, method, real, { data: {} }));
      expect(refusal, `${role}, ${route}`).toMatchObject({
        status: 403,
        code: 'second-factor-needed',
      });
    }
    await page.goto(`/${role}`);
    await expect(
      page.getByRole('heading', { name: t('accounts.secondFactorCard.title') }),
    ).toBeVisible();
    await context.close();
    await stranger.close();
  }
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
