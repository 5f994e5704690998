import { expect, test } from '@playwright/test';
import { database } from '@/platform/database/database';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { createApprovedReport } from '../support/reports/report-factories';
import { chain } from '../support/chain/test-chain';
import { alertIn } from './support/alert-in';
import {
  bindDemoAccount,
  confirmInWallet,
  demoAccount,
  PAYER,
  rejectInWallet,
  setWallet,
  shareAccount,
} from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { expectAnchored, goToPrice, openSealing, sealNow } from './support/patient-steps';
import { browserOf } from './support/people';
import { addSilentWallet, answerSilently, silentRequest } from './support/silent-wallet';
import { sentencePattern } from '../support/messages/sentence-pattern';

test('who no longer waits for a silent wallet is free, and its late answer still counts', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindDemoAccount(patient, PAYER.walletWindow);
  const reportId = await createApprovedReport({ doctor, patient });
  const { page } = await browserOf(browser, patient);
  const { address, index } = demoAccount(PAYER.walletWindow);
  await addSilentWallet(page, address, readChainProfile().chainId);
  await page.clock.install();
  await page.goto(`/patient/reports/${reportId}`);
  await openSealing(page);
  await goToPrice(page);
  await page.getByRole('radio', { name: 'Silent wallet' }).check();
  await sealNow(page);
  await expect(page.getByText(t('registry.walletStatus.asking.transaction'))).toBeVisible();
  await expect(page.getByText(t('registry.walletStatus.leaving.transaction'))).toBeVisible();
  // What is under way cannot be changed, neither by the page nor by the browser's "back".
  await expect(page.getByRole('button', { name: t('sharing.sealingSteps.back') })).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'Silent wallet' })).toBeDisabled();
  await page.goBack();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.costTitle') }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: t('registry.walletStatus.stopWaiting') }),
  ).toBeHidden();

  await page.clock.fastForward(21_000);
  await expect(page.getByText(sentencePattern('registry.walletStatus.noWindow'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('registry.walletStatus.stopWaiting') }).click();
  await expect(
    page.getByText(sentencePattern('sharing.unsentTransaction.notConfirmed')),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: t('sharing.unsentTransaction.resume') }),
  ).toBeEnabled();
  await expect(page.getByRole('button', { name: t('common.cancel') })).toBeEnabled();
  await expectAccessible(page);

  const { hash } = await demoSigner(index, chain()).sendTransaction(await silentRequest(page));
  await answerSilently(page, hash);
  await expectAnchored(page);
  expect(await database().chainTransaction.findMany({ where: { reportId } })).toMatchObject([
    { status: 'CONFIRMED', transactionHash: hash },
  ]);
});

test('connecting a wallet needs the right network first, and declining it costs nothing', async ({
  browser,
}) => {
  const patient = await createPatient();
  const { address } = demoAccount(PAYER.walletWindow);
  await database().wallet.deleteMany({ where: { address } });
  const { page } = await browserOf(browser, patient);
  await page.goto('/patient/wallet');
  await page.getByRole('button', { name: t('registry.walletBinding.connectWallet') }).click();
  await rejectInWallet(page, 'connect');
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.account-rejected'));
  await page.getByRole('button', { name: t('registry.walletBinding.connectWallet') }).click();
  await shareAccount(page, PAYER.walletWindow);
  await setWallet(page, { network: t('registry.demoWallet.elsewhere') });
  const connect = page.getByRole('button', {
    name: sentencePattern('registry.walletBinding.connectToMyAccount'),
  });
  await connect.click();
  await rejectInWallet(page, 'switch');
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.network-rejected'));
  await connect.click();
  await confirmInWallet(page, 'switch');
  await rejectInWallet(page, 'sign');
  await expect(alertIn(page)).toContainText(t('registry.walletErrors.signature-rejected'));
  await expect(alertIn(page)).not.toContainText('paid');
  await expect(page.getByText(t('accounts.walletCards.noneTitle'))).toBeVisible();
  await expectAccessible(page);
});
