import { expect, test, type Browser, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { t } from '../support/english';
import { createDoctor, createPatient, type Person } from '../support/factories';
import { createApprovedReport } from '../support/report-factories';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { chain } from '../support/test-chain';
import { alertIn } from './support/alert-in';
import {
  bindDemoAccount,
  confirmInWallet,
  demoAccount,
  PAYER,
  rejectInWallet,
  setWallet,
  shareAccount,
  walletWindow,
} from './support/demo-wallet-steps';
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
  beginAnchoring,
  expectAnchored,
  goToPrice,
  openSealing,
  sealNow,
} from './support/patient-steps';
import { browserOf } from './support/people';
import { sentencePattern } from '../support/sentence-pattern';

const HOME = 'MedAnchor demo chain';
const TRANSACTION = 'transaction';

interface Ready {
  page: Page;
  patient: Person;
  reportId: string;
}

/** A patient on the page of an approved report, with an account of the demo wallet bound. */
async function readyToAnchor(browser: Browser, label: string = PAYER.wallet): Promise<Ready> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindDemoAccount(patient, label);
  // What a test that failed may have left on its way.
  await dropTransactions(label);
  const reportId = await createApprovedReport({ doctor, patient });
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  return { page, patient, reportId };
}

/** Asks for the transaction, shares the account, and stops at the wallet's window for the transaction. */
async function askWallet(page: Page, label: string = PAYER.wallet): Promise<void> {
  await beginAnchoring(page);
  await shareAccount(page, label);
  await expect(walletWindow(page)).toContainText('addReport(');
}

function attempts(reportId: string) {
  return database().chainTransaction.findMany({ where: { reportId } });
}

test('who declines in the wallet has sent nothing and can try again', async ({ browser }) => {
  const { page, reportId } = await readyToAnchor(browser);
  await beginAnchoring(page);
  await rejectInWallet(page, 'connect');
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.account-rejected'));
  expect(await attempts(reportId)).toEqual([]);

  await sealNow(page);
  await shareAccount(page, PAYER.wallet);
  // What the page said that the wallet would show.
  const { registryAddress } = readChainProfile();
  await expect(
    page.getByText(t('registry.contractHint.walletWillShow', { registryAddress })),
  ).toBeVisible();
  await expect(walletWindow(page)).toContainText(registryAddress);
  // The old refusal is gone as soon as something else has begun.
  await expect(alertIn(page)).toHaveCount(0);
  await rejectInWallet(page, TRANSACTION);
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.rejected'));
  await expectAccessible(page);
  await page.goto(`/patient/reports/${reportId}`);
  await expect(
    page.getByText(t('components.reportStates.APPROVED'), { exact: true }),
  ).toBeVisible();
  expect(await attempts(reportId)).toMatchObject([{ status: 'CANCELLED', transactionHash: null }]);

  await beginAnchoring(page);
  await confirmInWallet(page, TRANSACTION);
  await expectAnchored(page);
});

test('a wrong network is told in time, and the way out is offered', async ({ browser }) => {
  const { page, reportId } = await readyToAnchor(browser);
  await askWallet(page);
  await rejectInWallet(page, TRANSACTION);

  await setWallet(page, { network: t('registry.demoWallet.elsewhere') });
  const warning = page
    .getByRole('alert')
    .filter({ hasText: t('registry.walletReadiness.wrongNetwork') });
  await expect(warning).toContainText(
    t('registry.walletReadiness.yourWalletIsOnAnotherNetwork', { name: HOME }),
  );
  await expectAccessible(page);
  await warning
    .getByRole('button', { name: t('registry.walletReadiness.switchTo', { name: HOME }) })
    .click();
  await rejectInWallet(page, 'switch');
  await expect(warning).toContainText(t('registry.walletErrors.network-rejected'));
  await warning
    .getByRole('button', { name: t('registry.walletReadiness.switchTo', { name: HOME }) })
    .click();
  await confirmInWallet(page, 'switch');
  await expect(warning).toBeHidden();

  // Who passes over the warning is asked for the network before anything is prepared.
  await setWallet(page, { network: t('registry.demoWallet.elsewhere') });
  await sealNow(page);
  await rejectInWallet(page, 'switch');
  await expect(alertIn(page).last()).toContainText(t('registry.walletErrors.network-rejected'));
  expect(await attempts(reportId)).toHaveLength(1);
  // The error of one way out is gone after the success of another.
  await warning
    .getByRole('button', { name: t('registry.walletReadiness.switchTo', { name: HOME }) })
    .click();
  await confirmInWallet(page, 'switch');
  await expect(alertIn(page)).toHaveCount(0);
  await setWallet(page, { network: t('registry.demoWallet.elsewhere') });
  await sealNow(page);
  await confirmInWallet(page, 'switch');
  await expect(walletWindow(page)).toContainText(HOME);
  await confirmInWallet(page, TRANSACTION);
  await expectAnchored(page);
});

test('a wallet that does not know the network is offered it', async ({ browser }) => {
  const { page } = await readyToAnchor(browser);
  await askWallet(page);
  await rejectInWallet(page, TRANSACTION);
  await setWallet(page, { network: t('registry.demoWallet.stranger') });
  await page
    .getByRole('button', { name: t('registry.walletReadiness.switchTo', { name: HOME }) })
    .click();
  await expect(walletWindow(page)).toContainText(
    sentencePattern('registry.demoPromptWindow.addNetwork', { network: HOME }),
  );
  await confirmInWallet(page, 'switch');
  await expect(page.getByText(t('registry.walletReadiness.wrongNetwork'))).toBeHidden();
});

test('an account without ETH is told so, and nothing is sent', async ({ browser }) => {
  const poor = t('registry.demoAccounts.withoutEther');
  const { page, reportId } = await readyToAnchor(browser, poor);
  await askWallet(page, poor);
  await expect(walletWindow(page)).toContainText(t('registry.demoTransaction.noEther'));
  await confirmInWallet(page, TRANSACTION);
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.insufficient-funds'));
  await expect(
    page.getByRole('button', { name: t('sharing.sealingSteps.sealNow', { count: 1 }) }),
  ).toBeEnabled();
  expect(await attempts(reportId)).toMatchObject([{ status: 'CANCELLED' }]);
});

test('another account than the bound one is refused and named', async ({ browser }) => {
  const { page, reportId } = await readyToAnchor(browser);
  const { address } = demoAccount(PAYER.wallet);
  const short = new RegExp(`${address.slice(0, 6)}.*${address.slice(-4)}`);
  await beginAnchoring(page);
  await shareAccount(page, 'Account 4');
  await expect(alertIn(page).last()).toContainText(short);
  expect(await attempts(reportId)).toEqual([]);
  await expect(
    page.getByText(t('registry.walletReadiness.anotherAccountIsSelected')),
  ).toBeVisible();
  await page.getByRole('button', { name: t('registry.walletReadiness.chooseAccount') }).click();
  await shareAccount(page, PAYER.wallet);
  await expect(page.getByText(t('registry.walletReadiness.anotherAccountIsSelected'))).toBeHidden();
  await sealNow(page);
  await rejectInWallet(page, TRANSACTION);
});

test('a double click sends one transaction', async ({ browser }) => {
  const { page, reportId } = await readyToAnchor(browser);
  const { address } = demoAccount(PAYER.wallet);
  await askWallet(page);
  await rejectInWallet(page, TRANSACTION);
  const before = await chain().getTransactionCount(address);
  await page
    .getByRole('button', { name: t('sharing.sealingSteps.sealNow', { count: 1 }) })
    .dblclick();
  await walletWindow(page)
    .getByRole('button', { name: t('registry.demoPromptWindow.confirm') })
    .dblclick();
  await expectAnchored(page);
  expect(await chain().getTransactionCount(address)).toBe(before + 1);
  const sent = (await attempts(reportId)).filter(({ status }) => status !== 'CANCELLED');
  expect(sent).toMatchObject([{ status: 'CONFIRMED' }]);
});

test('a tab closed after sending finds the report on its way, and then there', async ({
  browser,
}) => {
  const { page, reportId } = await readyToAnchor(browser);
  await holdTransactions(page);
  await askWallet(page);
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
  await releaseTransactions(PAYER.wallet);
  await expectAnchored(again);
});

test('a transaction that nobody told the server of is found by itself', async ({ browser }) => {
  const { page, patient, reportId } = await readyToAnchor(browser);
  await holdTransactions(page);
  await page.route('**/api/chain-transactions/*/sent', (route) => route.abort());
  await askWallet(page);
  await confirmInWallet(page, TRANSACTION);
  await heldTransaction(PAYER.wallet);
  await page.context().close();

  // Another device: what the first one remembers is not here.
  const { page: phone } = await browserOf(browser, patient);
  await phone.goto(`/patient/reports/${reportId}`);
  await expect(phone.getByText(t('sharing.unsentTransaction.alreadyConfirmed'))).toBeVisible();
  await expectAccessible(phone);
  await releaseTransactions(PAYER.wallet);
  await expectAnchored(phone);
});

test('a transaction that was sped up in the wallet arrives under its new hash', async ({
  browser,
}) => {
  const { page, reportId } = await readyToAnchor(browser);
  await holdTransactions(page);
  await askWallet(page);
  await confirmInWallet(page, TRANSACTION);
  const held = await heldTransaction(PAYER.wallet);
  await replaceTransaction(PAYER.wallet, held, { to: held.to ?? '', data: held.data });
  await releaseTransactions(PAYER.wallet);
  await expectAnchored(page);
  const [attempt] = await attempts(reportId);
  expect(attempt?.status).toBe('CONFIRMED');
  expect(attempt?.transactionHash).not.toBe(held.hash);
});

test('a transaction that was cancelled in the wallet is told, and the report is free again', async ({
  browser,
}) => {
  const { page, reportId } = await readyToAnchor(browser);
  await holdTransactions(page);
  const email = `kept-${process.pid}@clinic.example`;
  const people = page.getByRole('list', { name: t('sharing.viewersEditor.list') });
  await openSealing(page);
  await addViewer(page, { email, until: t('sharing.viewersEditor.ends.month') });
  await goToPrice(page);
  await sealNow(page);
  await shareAccount(page, PAYER.wallet);
  await confirmInWallet(page, TRANSACTION);
  const held = await heldTransaction(PAYER.wallet);
  // The worker looks every ten seconds; only then does it know which number the wallet has used.
  await expect
    .poll(async () => (await attempts(reportId))[0]?.nonce ?? null, { timeout: 25_000 })
    .toBe(BigInt(held.nonce));
  await replaceTransaction(PAYER.wallet, held, { to: demoAccount(PAYER.wallet).address });
  await releaseTransactions(PAYER.wallet);
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

test('a transaction that the network forgot is told, and the report is free again', async ({
  browser,
}) => {
  const { page, reportId } = await readyToAnchor(browser);
  await holdTransactions(page);
  await askWallet(page);
  await confirmInWallet(page, TRANSACTION);
  await heldTransaction(PAYER.wallet);
  await expect(page.getByText(t('registry.transactionSteps.sent'))).toBeVisible();
  await dropTransactions(PAYER.wallet);
  // As if two minutes had passed since the network last knew it.
  const unknownSince = new Date(Date.now() - 2 * MINUTE_MS);
  await database().chainTransaction.updateMany({ where: { reportId }, data: { unknownSince } });
  await expect(alertIn(page)).toContainText(t('registry.transactionFailures.dropped'));
  await page.getByRole('button', { name: t('registry.transactionWatch.startAgain') }).click();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.viewersTitle', { count: 1 }) }),
  ).toBeVisible();
});
