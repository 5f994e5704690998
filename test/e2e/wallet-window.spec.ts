import { expect, test } from '@playwright/test';
import { database } from '@/platform/database/database';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { t } from '../support/english';
import { createDoctor, createPatient } from '../support/factories';
import { createApprovedReport } from '../support/report-factories';
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
} from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { expectAnchored, goToPrice, openSealing, sealNow } from './support/patient-steps';
import { browserOf } from './support/people';
import { addSilentWallet, answerSilently, silentRequest } from './support/silent-wallet';

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
  await expect(page.getByText('Look at the transaction in your wallet')).toBeVisible();
  await expect(page.getByText('You can leave this page')).toBeVisible();
  // What is under way cannot be changed, neither by the page nor by the browser's "back".
  await expect(page.getByRole('button', { name: 'Back' })).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'Silent wallet' })).toBeDisabled();
  await page.goBack();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.costTitle') }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop waiting' })).toBeHidden();

  await page.clock.fastForward(21_000);
  await expect(page.getByText('No window?')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(page.getByText('This is not confirmed in your wallet yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue in the wallet' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeEnabled();
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
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await rejectInWallet(page, 'connect to this site');
  await expect(alertIn(page)).toContainText('this page sees none of its accounts');
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await shareAccount(page, PAYER.walletWindow);
  await setWallet(page, { network: 'Another network' });
  const connect = page.getByRole('button', { name: /^Connect 0x.* to my account$/ });
  await connect.click();
  await rejectInWallet(page, 'change the network');
  await expect(alertIn(page)).toContainText('It is still on the other network');
  await connect.click();
  await confirmInWallet(page, 'change the network');
  await rejectInWallet(page, 'sign a message');
  await expect(alertIn(page)).toContainText('Nothing was signed');
  await expect(alertIn(page)).not.toContainText('paid');
  await expect(page.getByText('No wallet is connected to your account')).toBeVisible();
  await expectAccessible(page);
});
