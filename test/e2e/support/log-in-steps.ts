import { expect, type Page } from '@playwright/test';
import type { Person } from '../../support/factories';

/** Fills the log-in form that the page shows, and waits until it has given way. */
export async function logIn(page: Page, { actor, password }: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(actor.email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
}
