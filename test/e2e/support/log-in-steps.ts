import { expect, type Page } from '@playwright/test';
import type { Person } from '../../support/people/factories';
import { t } from '../../support/messages/english';

/** Fills the log-in form that the page shows, and waits until it has given way. */
export async function logIn(page: Page, { actor, password }: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await page.getByLabel(t('common.eMailAddress')).fill(actor.email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: t('common.logIn'), exact: true }).click();
  await expect(page.getByRole('button', { name: t('accounts.logOutButton.logOut') })).toBeVisible();
}

/** Fills the log-in form that the page shows and sends it, whatever comes of it. */
export async function submitLogIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(t('common.eMailAddress')).fill(email);
  await page.getByRole('textbox', { name: t('common.password') }).fill(password);
  await page.getByRole('button', { name: t('common.logIn'), exact: true }).click();
}
