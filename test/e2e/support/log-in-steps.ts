import { expect, type Page } from '@playwright/test';
import type { Person } from '../../support/factories';
import { t } from '../../support/english';

/** Fills the log-in form that the page shows, and waits until it has given way. */
export async function logIn(page: Page, { actor, password }: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await page.getByLabel(t('common.eMailAddress')).fill(actor.email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: t('common.logIn') }).click();
  await expect(page.getByRole('button', { name: t('accounts.logOutButton.logOut') })).toBeVisible();
}
