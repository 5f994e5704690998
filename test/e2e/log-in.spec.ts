import { expect, test, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { t } from '../support/messages/english';
import { createDoctor, createPatient, PASSWORD, type Person } from '../support/people/factories';
import { createForwardedReport } from '../support/reports/report-factories';
import { alertIn } from './support/alert-in';
import { allMails, linkIn, waitForMail } from './support/mailbox';
import { browserOf } from './support/people';
import { newAddress } from './support/shared-report';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { submitLogIn } from './support/log-in-steps';

const WRONG = t('errors.wrong-credentials');

test('a log-in leads back to the page that asked for it, and log-out ends it', async ({ page }) => {
  const { actor } = await createPatient();
  await page.goto('/patient/wallet?of=one&of=two');
  await expect(page).toHaveURL(/\/login\?next=%2Fpatient%2Fwallet%3Fof%3Done%26of%3Dtwo$/);
  await submitLogIn(page, actor.email.toUpperCase(), PASSWORD);
  await expect(page.getByRole('heading', { name: t('common.wallet'), exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/patient\/wallet\?of=one&of=two$/);
  await page.getByRole('button', { name: t('accounts.logOutButton.logOut') }).click();
  await expect(page).toHaveURL(/\/login\?notice=logged-out$/);
  await page.goto('/patient');
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
});

test('log-out works in a page whose scripts have not loaded', async ({ browser }) => {
  const { page, context } = await browserOf(browser, await createPatient());
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto('/patient/wallet');
  await page.getByRole('button', { name: t('accounts.logOutButton.logOut') }).click();
  await expect(page).toHaveURL(/\/login\?notice=logged-out$/);
  await page.goto('/patient');
  await expect(page).toHaveURL(/\/login\?next=%2Fpatient$/);
  await context.close();
});

test('a press counts that came before the scripts of its page', async ({ browser }) => {
  const patient = await createPatient();
  const reportId = await createForwardedReport({ doctor: await createDoctor(), patient });
  const { page, context } = await browserOf(browser, patient);
  const release = await holdScripts(page);
  await page.goto(`/patient/reports/${reportId}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: t('reports.reviewPanel.approve') }).click();
  release();
  await expect(
    page.getByText(t('components.reportStates.APPROVED'), { exact: true }),
  ).toBeVisible();
  await context.close();
});

test('what was typed and sent before the scripts of its page counts, too', async ({ page }) => {
  const { actor } = await createPatient();
  const release = await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await submitLogIn(page, actor.email, PASSWORD);
  release();
  await expect(page.getByRole('heading', { name: t('common.myReports') })).toBeVisible();
});

test('sentences that are lost on their way are asked for again, and the page can be read meanwhile', async ({
  page,
}) => {
  const { actor } = await createPatient();
  const lost: string[] = [];
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch();
    const isPart = (await response.text()).includes(t('accounts.loginForm.notLoggedIn'));
    if (!isPart || lost.length >= 4) return route.fulfill({ response });
    lost.push(route.request().url());
    return route.abort();
  });
  await page.goto('/login');
  await expect.poll(() => lost.length).toBe(4);
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await submitLogIn(page, actor.email, 'not-the-password');
  await expect(alertIn(page)).toContainText(WRONG);
  await expect(page.getByRole('textbox', { name: t('common.password') })).toBeFocused();
});

test('the warning before the log-off gives the focus back to what had it', async ({ browser }) => {
  const patient = await createPatient();
  const reportId = await createForwardedReport({ doctor: await createDoctor(), patient });
  const { page, context } = await browserOf(browser, patient);
  await page.clock.install();
  await page.goto(`/patient/reports/${reportId}`);
  const approve = page.getByRole('button', { name: t('reports.reviewPanel.approve') });
  await approve.focus();
  // Before the page's script runs, no idle minute is counted.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('medanchor-last-active')))
    .not.toBeNull();
  await page.clock.fastForward('28:30');
  const warning = page.getByRole('dialog', { name: t('accounts.idleGuard.title') });
  await warning.getByRole('button', { name: t('accounts.idleGuard.stayLoggedIn') }).press('Enter');
  await expect(warning).toBeHidden();
  await expect(approve).toBeFocused();
  await context.close();
});

/** Keeps the page's scripts back, as a slow network does, until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a page that is on its way is announced until it is there', async ({ browser }) => {
  const { page, context } = await browserOf(browser, await createPatient());
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/patient/wallet**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/patient');
  const onItsWay = page.getByText(t('components.navigationProgress.loading'));
  await expect(onItsWay).toBeHidden();
  await page
    .getByRole('link', { name: t('common.wallet') })
    .first()
    .click();
  await expect(onItsWay).toBeAttached();
  answer();
  await expect(page.getByRole('heading', { name: t('common.wallet'), exact: true })).toBeVisible();
  await expect(onItsWay).toHaveCount(0);
  await context.close();
});

test('a wrong password and an unknown address read the same', async ({ page }) => {
  const { actor } = await createPatient();
  await page.goto('/login');
  await submitLogIn(page, actor.email, 'not-the-password');
  await expect(alertIn(page)).toContainText(WRONG);
  const wrongPassword = await alertIn(page).innerText();
  await page.reload();
  await submitLogIn(page, newAddress('nobody'), 'not-the-password');
  await expect(alertIn(page)).toContainText(WRONG);
  expect(await alertIn(page).innerText()).toBe(wrongPassword);
});

test('a forgotten password is reset by a mailed link, which ends every session', async ({
  page,
  browser,
}) => {
  const patient = await createPatient();
  const { email } = patient.actor;
  const { page: elsewhere, context } = await browserOf(browser, patient);
  await elsewhere.goto('/patient');
  const unknown = newAddress('nobody');
  for (const address of [unknown, email]) {
    await page.goto('/forgot-password');
    await page.getByLabel(t('common.eMailAddress')).fill(address);
    await page.getByRole('button', { name: t('accounts.forgotPasswordForm.sendTheLink') }).click();
    await expect(
      page.getByText(sentencePattern('accounts.sentCard.sentTo', { email: address })),
    ).toBeVisible();
  }
  const link = linkIn(await waitForMail(email, t('accounts.sendResetPassword.subject')));
  // The queue keeps its order: a mail to the unknown address would have come before.
  const mails = await allMails();
  expect(mails.some(({ to }) => to.some(({ address }) => address === unknown))).toBe(false);

  await page.goto(link);
  await page
    .getByRole('textbox', { name: t('accounts.resetPasswordForm.newPassword') })
    .fill('quiet-orchard-violin');
  await page.getByRole('button', { name: t('accounts.resetPasswordForm.setThePassword') }).click();
  await expect(page.getByText(t('app.login.notices.password-set'))).toBeVisible();
  await submitLogIn(page, email, PASSWORD);
  await expect(alertIn(page)).toContainText(WRONG);
  await submitLogIn(page, email, 'quiet-orchard-violin');
  await expect(page.getByRole('heading', { name: t('common.myReports') })).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await elsewhere.goto(link);
  await elsewhere
    .getByRole('textbox', { name: t('accounts.resetPasswordForm.newPassword') })
    .fill('copper-meadow-lantern');
  await elsewhere
    .getByRole('button', { name: t('accounts.resetPasswordForm.setThePassword') })
    .click();
  await expect(alertIn(elsewhere)).toContainText(t('errors.token-invalid'));
  await context.close();
});

test('a link to a new password is too old after its hour, and useless when cut', async ({
  page,
}) => {
  const { actor } = await createPatient();
  await page.goto('/forgot-password');
  await page.getByLabel(t('common.eMailAddress')).fill(actor.email);
  await page.getByRole('button', { name: t('accounts.forgotPasswordForm.sendTheLink') }).click();
  const link = linkIn(await waitForMail(actor.email, t('accounts.sendResetPassword.subject')));
  await database().accountToken.updateMany({
    where: { accountId: actor.accountId },
    data: { expiresAt: new Date(Date.now() - 60_000) },
  });
  await page.goto(link);
  await page
    .getByRole('textbox', { name: t('accounts.resetPasswordForm.newPassword') })
    .fill('copper-meadow-lantern');
  await page.getByRole('button', { name: t('accounts.resetPasswordForm.setThePassword') }).click();
  await expect(alertIn(page)).toContainText(t('errors.token-invalid'));

  await page.goto('/');
  await page.goto('/reset-password');
  await expect(page.getByText(t('accounts.brokenLink.openTheMail'))).toBeVisible();
  await page.goto(link.slice(0, -1));
  await expect(alertIn(page)).toContainText(t('accounts.brokenLink.damagedTitle'));
  await expect(
    page.getByRole('button', { name: t('accounts.resetPasswordForm.setThePassword') }),
  ).toBeHidden();
  await page.getByLabel(t('components.pasteLink.label')).fill(`<${link}>`);
  await page.getByRole('button', { name: t('components.pasteLink.open') }).click();
  await expect(
    page.getByRole('button', { name: t('accounts.resetPasswordForm.setThePassword') }),
  ).toBeVisible();
  await expect(page.getByText(t('errors.token-invalid'))).toBeHidden();
});

test('a session that has ended is reported at the next step, and changes nothing', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createForwardedReport({ doctor, patient });
  const { page, context } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  await endSession(patient);
  await page.getByRole('button', { name: t('reports.reviewPanel.approve') }).click();
  const problem = page.getByRole('alert', { name: t('components.errorNotice.title') });
  await expect(problem).toContainText(t('errors.not-signed-in'));
  await page.reload();
  await expect(page).toHaveURL(new RegExp(`/login\\?next=%2Fpatient%2Freports%2F${reportId}$`));
  await submitLogIn(page, patient.actor.email, PASSWORD);
  await expect(page.getByRole('button', { name: t('reports.reviewPanel.approve') })).toBeVisible();
  await context.close();
});

async function endSession({ actor }: Person): Promise<void> {
  await database().session.update({
    where: { id: actor.sessionId },
    data: { lastSeenAt: new Date(Date.now() - 31 * MINUTE_MS) },
  });
}
