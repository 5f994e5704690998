import { expect, test } from '@playwright/test';
import { t } from '../support/messages/english';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { chain } from '../support/chain/test-chain';
import { alertIn } from './support/alert-in';
import {
  confirmInWallet,
  demoAccount,
  PAYER,
  rejectInWallet,
  setWallet,
  shareAccount,
  walletWindow,
} from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { askClinic, beginAnchoring, expectAnchored, sealNow } from './support/patient-steps';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { askWallet, attempts, readyToSeal } from './support/ready-to-seal';

const HOME = 'MedAnchor demo chain';
const TRANSACTION = 'transaction';

test('who declines in the wallet has sent nothing and can try again', async ({ browser }) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.wallet);
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

test('a wrong network is shown in time, and the way out is offered', async ({ browser }) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.wallet);
  await askWallet(page, PAYER.wallet);
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

test('a wallet without the network is offered it', async ({ browser }) => {
  const { page } = await readyToSeal(browser, PAYER.wallet);
  await askWallet(page, PAYER.wallet);
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

test('an account without ETH cannot pay, but signs and its clinic pays', async ({ browser }) => {
  const poor = t('registry.demoAccounts.withoutEther');
  const { page, reportId } = await readyToSeal(browser, poor);
  await askWallet(page, poor);
  await expect(walletWindow(page)).toContainText(t('registry.demoTransaction.noEther'));
  await confirmInWallet(page, TRANSACTION);
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.insufficient-funds'));
  expect(await attempts(reportId)).toMatchObject([{ status: 'CANCELLED' }]);

  await askClinic(page);
  await rejectInWallet(page, 'sign-data');
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.signature-rejected'));
  await askClinic(page);
  await expect(walletWindow(page)).toContainText(
    t('registry.demoPromptWindow.signingCostsNothing'),
  );
  await expectAccessible(page);
  await confirmInWallet(page, 'sign-data');
  await expectAnchored(page);
  const last = (await attempts(reportId)).filter(({ status }) => status !== 'CANCELLED');
  expect(last).toMatchObject([{ status: 'CONFIRMED' }]);
  expect(await chain().getBalance(demoAccount(poor).address)).toBe(0n);
});

test('another account than the bound one is refused and named', async ({ browser }) => {
  const { page, reportId } = await readyToSeal(browser, PAYER.wallet);
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
  const { page, reportId } = await readyToSeal(browser, PAYER.wallet);
  const { address } = demoAccount(PAYER.wallet);
  await askWallet(page, PAYER.wallet);
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
