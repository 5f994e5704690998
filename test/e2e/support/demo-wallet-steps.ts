import { expect, type Locator, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { DEMO_ACCOUNTS, type DemoAccount } from '@/registry/demo-wallet/demo-accounts';
import type { Person } from '../../support/people/factories';
import { t } from '../../support/messages/english';
import { sentencePattern } from '../../support/messages/sentence-pattern';
import { storeWallet } from '../../support/people/store-wallet';

/**
 * The demo wallet's accounts, one for each spec file that pays with one: files run at the same time, and an
 * account belongs to one patient and counts its own transactions.
 */
export const PAYER = {
  bloodPressure: 'Account 1',
  // The outages come after the journeys, or on a system of their own.
  noRelayer: 'Account 1',
  covid19: 'Account 2',
  wallet: 'Account 3',
  secrecy: 'Account 5',
  batch: 'Account 4',
  // The journeys of lost wallets come after all others.
  sentTransaction: 'Account 6',
  lostWallet: 'Account 6',
  walletWindow: 'Account 7',
  foundWallet: 'Account 7',
  hba1c: 'Account 8',
  stoppedWallet: 'Account 8',
} as const;

/** One of the demo wallet's accounts. */
export function demoAccount(label: string): DemoAccount {
  const account = DEMO_ACCOUNTS.find(({ name }) => name(t) === label);
  if (account === undefined) throw new Error(`The demo wallet has no ${label}`);
  return account;
}

/** Makes an account of the demo wallet this patient's, as binding it in the browser would. */
export async function bindDemoAccount({ actor }: Person, label: string): Promise<void> {
  const { address } = demoAccount(label);
  // The patient of the file's last test has no use for it any more.
  await database().wallet.deleteMany({ where: { address } });
  await storeWallet(actor.accountId, address);
}

/** What the demo wallet asks, each in a window of its own title. */
const QUESTIONS = ['connect', 'sign', 'sign-data', 'switch', 'transaction'] as const;
type Question = (typeof QUESTIONS)[number];

/** The window in which the demo wallet asks. */
export function walletWindow(page: Page): Locator {
  return page.getByRole('dialog', {
    name: new RegExp(
      QUESTIONS.map((question) => t(`registry.demoPromptWindow.titles.${question}`)).join('|'),
    ),
  });
}

/** Says yes in the demo wallet, to a question that is expected. */
export async function confirmInWallet(page: Page, question: Question): Promise<void> {
  const asked = page.getByRole('dialog', {
    name: t(`registry.demoPromptWindow.titles.${question}`),
  });
  await asked.getByRole('button', { name: t('registry.demoPromptWindow.confirm') }).click();
  await expect(asked).toBeHidden();
}

/** Says no in the demo wallet, to a question that is expected. */
export async function rejectInWallet(page: Page, question: Question): Promise<void> {
  const asked = page.getByRole('dialog', {
    name: t(`registry.demoPromptWindow.titles.${question}`),
  });
  await asked.getByRole('button', { name: t('registry.demoPromptWindow.reject') }).click();
  await expect(asked).toBeHidden();
}

/** Shares an account of the demo wallet with the site, as the window that asks for it is open. */
export async function shareAccount(page: Page, label: string): Promise<void> {
  const asked = page.getByRole('dialog', { name: t('registry.demoPromptWindow.titles.connect') });
  await asked
    .getByLabel(t('registry.demoPromptWindow.accountToShare'))
    .selectOption({ label: optionOf(label) });
  await confirmInWallet(page, 'connect');
}

/** Chooses an account or a network in the demo wallet's own settings. */
export async function setWallet(
  page: Page,
  choice: { account?: string; network?: string },
): Promise<void> {
  const button = page.getByRole('button', { name: t('registry.demoWallet.demoWallet') });
  await button.click();
  const settings = page.getByRole('dialog').filter({ hasText: t('registry.demoWallet.warning') });
  if (choice.account !== undefined) {
    await settings
      .getByLabel(t('registry.demoWallet.account'))
      .selectOption({ label: optionOf(choice.account) });
  }
  if (choice.network !== undefined) {
    await settings
      .getByLabel(t('registry.demoWallet.network'))
      .selectOption({ label: choice.network });
  }
  await button.click();
  await expect(settings).toBeHidden();
}

/** Binds an account of the demo wallet on the wallet page, by a signature. */
export async function bindWallet(page: Page, label: string): Promise<void> {
  await page.goto('/patient/wallet');
  await page.getByRole('button', { name: t('registry.walletBinding.connectWallet') }).click();
  await shareAccount(page, label);
  await page
    .getByRole('button', { name: sentencePattern('registry.walletBinding.connectToMyAccount') })
    .click();
  const asked = walletWindow(page);
  await expect(asked).toContainText('wants you to sign in with your Ethereum account');
  await expect(asked).toContainText(t('registry.demoPromptWindow.signingCostsNothing'));
  await confirmInWallet(page, 'sign');
  await expect(page.getByText(t('accounts.walletCards.connected'))).toBeVisible();
  await expect(page.getByText(demoAccount(label).address)).toBeVisible();
}

function optionOf(label: string): string {
  const { address } = demoAccount(label);
  return `${label} (${address.slice(0, 6)}…${address.slice(-4)})`;
}
