import { expect, test } from '@playwright/test';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { t } from '../support/messages/english';
import { alertIn } from './support/alert-in';
import { confirmInWallet, demoAccount, PAYER, shareAccount } from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import {
  dropTransactions,
  heldTransaction,
  holdTransactions,
  releaseTransactions,
  replaceTransaction,
} from './support/held-transaction';
import {
  addViewer,
  expectAnchored,
  goToPrice,
  openSealing,
  sealNow,
} from './support/patient-steps';
import { browserOf } from './support/people';
import { askWallet, attempts, readyToSeal } from './support/ready-to-seal';

const TRANSACTION = 'transaction';

test('a tab closed after sending finds the report on its way, and then there', async ({
  browser,
}) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.sentTransaction);
  await holdTransactions(page);
  await askWallet(page, PAYER.sentTransaction);
  await confirmInWallet(page, TRANSACTION);
  await expect(page.getByText(t('registry.transactionSteps.sent'))).toBeVisible();
  const context = page.context();
  await page.close();

  const again = await context.newPage();
  await again.goto(`/patient/reports/${reportId}`);
  await expect(
    again.getByRole('heading', { name: t('components.reportStates.ANCHORING') }),
  ).toBeVisible();
  await expect(again.getByText(t('registry.transactionSteps.sent'))).toBeVisible();
  await expect(again.getByText('0 of 2 confirmations')).toBeVisible();
  await expectAccessible(again);
  await releaseTransactions(PAYER.sentTransaction);
  await expectAnchored(again);
});

test('a transaction that the page did not record is found by itself', async ({ browser }) => {
  const { page, patient, reportId } = await readyToSeal(browser, PAYER.sentTransaction);
  await holdTransactions(page);
  await page.route('**/api/chain-transactions/*/sent', (route) => route.abort());
  await askWallet(page, PAYER.sentTransaction);
  await confirmInWallet(page, TRANSACTION);
  await heldTransaction(PAYER.sentTransaction);
  await page.context().close();

  // Another device: what the first one remembers is not here.
  const { page: phone } = await browserOf(browser, patient);
  await phone.goto(`/patient/reports/${reportId}`);
  await expect(phone.getByText(t('sharing.unsentTransaction.alreadyConfirmed'))).toBeVisible();
  await expectAccessible(phone);
  await releaseTransactions(PAYER.sentTransaction);
  await expectAnchored(phone);
});

test('a transaction that was sped up in the wallet arrives under its new hash', async ({
  browser,
}) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.sentTransaction);
  await holdTransactions(page);
  await askWallet(page, PAYER.sentTransaction);
  await confirmInWallet(page, TRANSACTION);
  const held = await heldTransaction(PAYER.sentTransaction);
  await replaceTransaction(PAYER.sentTransaction, held, { to: held.to ?? '', data: held.data });
  await releaseTransactions(PAYER.sentTransaction);
  await expectAnchored(page);
  const [attempt] = await attempts(reportId);
  expect(attempt?.status).toBe('CONFIRMED');
  expect(attempt?.transactionHash).not.toBe(held.hash);
});

test('a transaction that was cancelled in the wallet is shown, and the report is free again', async ({
  browser,
}) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.sentTransaction);
  await holdTransactions(page);
  const email = `kept-${process.pid}@clinic.example`;
  const people = page.getByRole('list', { name: t('sharing.viewersEditor.list') });
  await openSealing(page);
  await addViewer(page, { email, until: t('sharing.viewersEditor.ends.month') });
  await goToPrice(page);
  await sealNow(page);
  await shareAccount(page, PAYER.sentTransaction);
  await confirmInWallet(page, TRANSACTION);
  const held = await heldTransaction(PAYER.sentTransaction);
  // The worker looks every ten seconds; only then does it read which nonce the wallet has used.
  await expect
    .poll(async () => (await attempts(reportId))[0]?.nonce ?? null, { timeout: 25_000 })
    .toBe(BigInt(held.nonce));
  await replaceTransaction(PAYER.sentTransaction, held, {
    to: demoAccount(PAYER.sentTransaction).address,
  });
  await releaseTransactions(PAYER.sentTransaction);
  await expect(alertIn(page)).toContainText(t('registry.transactionFailures.replaced'));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('registry.transactionWatch.startAgain') }).click();
  await expect(page.getByText(t('sharing.lastFailure.title'))).toBeVisible();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.viewersTitle', { count: 1 }) }),
  ).toBeVisible();
  await expect(people.getByText(email)).toBeVisible();
  await page.goto(`/patient/reports/${reportId}`);
  await expect(
    page.getByText(t('components.reportStates.APPROVED'), { exact: true }),
  ).toBeVisible();
  await expect(page.getByText(t('sharing.lastFailure.title'))).toBeVisible();
  // Whom the patient chose is not to be typed again.
  await page.getByRole('link', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(people.getByText(email)).toBeVisible();
});

test('a transaction that the network forgot is shown, and the report is free again', async ({
  browser,
}) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.sentTransaction);
  await holdTransactions(page);
  await askWallet(page, PAYER.sentTransaction);
  await confirmInWallet(page, TRANSACTION);
  await heldTransaction(PAYER.sentTransaction);
  await expect(page.getByText(t('registry.transactionSteps.sent'))).toBeVisible();
  await dropTransactions(PAYER.sentTransaction);
  // As if two minutes had passed since the network last knew it.
  const unknownSince = new Date(Date.now() - 2 * MINUTE_MS);
  await database().chainTransaction.updateMany({ where: { reportId }, data: { unknownSince } });
  await expect(alertIn(page)).toContainText(t('registry.transactionFailures.dropped'));
  await page.getByRole('button', { name: t('registry.transactionWatch.startAgain') }).click();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.viewersTitle', { count: 1 }) }),
  ).toBeVisible();
});
