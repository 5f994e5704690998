import { expect, test } from '@playwright/test';
import { Wallet } from 'ethers';
import { env } from '@/platform/env';
import { t } from '../support/english';
import { createAdmin } from '../support/factories';
import { confirmInWallet, setWallet, shareAccount } from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { browserOf } from './support/people';

const ADMIN = 'Administrator';
const TRANSACTION = 'confirm a transaction';
const SETTLED = { timeout: 30_000 };

test('an administrator appoints an issuer and marks its key as compromised', async ({
  browser,
}) => {
  const { page } = await browserOf(browser, await createAdmin());
  const issuer = Wallet.createRandom().address;
  const name = `${issuer.slice(0, 6)}…${issuer.slice(-4)}`;
  await page.goto('/admin/issuers');
  const ours = page.getByRole('listitem').filter({ hasText: 'This server signs with it' });
  await expect(ours).toContainText(new Wallet(env().ISSUER_PRIVATE_KEY).address);
  await expect(page.getByText('No transfer is announced')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  const appoint = page.getByRole('region', { name: 'Appoint an issuer' });
  await appoint.getByLabel('The issuer’s address').fill('0x12');
  await appoint.getByRole('button', { name: 'See the cost' }).click();
  await expect(appoint.getByText('This is not an Ethereum address.')).toBeVisible();
  await appoint.getByLabel('The issuer’s address').fill(issuer);
  await appoint.getByRole('button', { name: 'See the cost' }).click();
  await expect(appoint.getByRole('group', { name: 'Cost now' })).toContainText('ETH');
  await expectAccessible(page);
  await appoint.getByRole('button', { name: 'Appoint: confirm in my wallet' }).click();
  await shareAccount(page, ADMIN);
  await confirmInWallet(page, TRANSACTION);
  const card = page.getByRole('listitem').filter({ hasText: issuer });
  await expect(card.getByText('May sign')).toBeVisible(SETTLED);

  await card.getByRole('button', { name: `Mark as compromised: ${name}` }).click();
  const step = page.getByRole('region', { name: /^Mark the key/ });
  await expect(step.getByText('0 valid reports become invalid.')).toBeVisible();
  await step.getByLabel('First block').fill('0');
  await step.getByLabel('I understand').check();
  await expectAccessible(page);
  // The wallet of somebody without the right is told in time.
  await setWallet(page, { account: 'Account 5' });
  await expect(
    step.getByText(t('registry.walletReadiness.anotherAccountIsSelected')),
  ).toBeVisible();
  await setWallet(page, { account: ADMIN });
  await step.getByRole('button', { name: 'Mark as compromised: confirm in my wallet' }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(card.getByText('Key compromised', { exact: true })).toBeVisible(SETTLED);
  await expect(card).toContainText('No report that it signed is trusted.');
});
