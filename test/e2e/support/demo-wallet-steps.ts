import { expect, type Locator, type Page } from '@playwright/test';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { DEMO_ACCOUNTS, type DemoAccount } from '@/registry/demo-wallet/demo-accounts';
import type { Person } from '../../support/factories';

/**
 * The demo wallet's accounts, one for each spec file that pays with one: files run at the same time, and an
 * account belongs to one patient and counts its own transactions.
 */
export const PAYER = {
  bloodPressure: 'Account 1',
  covid19: 'Account 2',
  wallet: 'Account 3',
  secrecy: 'Account 5',
  batch: 'Account 4',
  lostWallet: 'Account 6',
  // The journeys of lost wallets come after all others.
  walletWindow: 'Account 7',
  foundWallet: 'Account 7',
  hba1c: 'Account 8',
  stoppedWallet: 'Account 8',
} as const;

/** One of the demo wallet's accounts. */
export function demoAccount(label: string): DemoAccount {
  const account = DEMO_ACCOUNTS.find(({ name }) => name(translatorOf()) === label);
  if (account === undefined) throw new Error(`The demo wallet has no ${label}`);
  return account;
}

/** Makes an account of the demo wallet this patient's, as binding it in the browser would. */
export async function bindDemoAccount({ actor }: Person, label: string): Promise<void> {
  const { address } = demoAccount(label);
  // The patient of the file's last test has no use for it any more.
  await database().wallet.deleteMany({ where: { address } });
  await database().wallet.create({ data: { accountId: actor.accountId, address } });
}

/** The window in which the demo wallet asks. */
export function walletWindow(page: Page): Locator {
  return page.getByRole('dialog', { name: /^Demo wallet:/ });
}

/** Says yes in the demo wallet, to a question that is expected. */
export async function confirmInWallet(page: Page, question: string): Promise<void> {
  const asked = page.getByRole('dialog', { name: `Demo wallet: ${question}` });
  await asked.getByRole('button', { name: 'Confirm' }).click();
  await expect(asked).toBeHidden();
}

/** Says no in the demo wallet, to a question that is expected. */
export async function rejectInWallet(page: Page, question: string): Promise<void> {
  const asked = page.getByRole('dialog', { name: `Demo wallet: ${question}` });
  await asked.getByRole('button', { name: 'Reject' }).click();
  await expect(asked).toBeHidden();
}

/** Shares an account of the demo wallet with the site, as the window that asks for it is open. */
export async function shareAccount(page: Page, label: string): Promise<void> {
  const asked = page.getByRole('dialog', { name: 'Demo wallet: connect to this site' });
  await asked.getByLabel('Account to share').selectOption({ label: optionOf(label) });
  await confirmInWallet(page, 'connect to this site');
}

/** Chooses an account or a network in the demo wallet's own settings. */
export async function setWallet(
  page: Page,
  choice: { account?: string; network?: string },
): Promise<void> {
  const button = page.getByRole('button', { name: 'Demo wallet' });
  await button.click();
  const settings = page.getByRole('dialog').filter({ hasText: 'Play money on a chain of its own' });
  if (choice.account !== undefined) {
    await settings.getByLabel('Account').selectOption({ label: optionOf(choice.account) });
  }
  if (choice.network !== undefined) {
    await settings.getByLabel('Network').selectOption({ label: choice.network });
  }
  await button.click();
  await expect(settings).toBeHidden();
}

/** Binds an account of the demo wallet on the wallet page, by a signature. */
export async function bindWallet(page: Page, label: string): Promise<void> {
  await page.goto('/patient/wallet');
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await shareAccount(page, label);
  await page.getByRole('button', { name: /^Connect 0x.* to my account$/ }).click();
  const asked = walletWindow(page);
  await expect(asked).toContainText('wants you to sign in with your Ethereum account');
  await expect(asked).toContainText('Signing costs nothing.');
  await confirmInWallet(page, 'sign a message');
  await expect(page.getByText('Connected to your account')).toBeVisible();
  await expect(page.getByText(demoAccount(label).address)).toBeVisible();
}

function optionOf(label: string): string {
  const { address } = demoAccount(label);
  return `${label} (${address.slice(0, 6)}…${address.slice(-4)})`;
}
