import { expect, type Page } from '@playwright/test';

/** Presses a button and waits for what it shows. */
export async function press(page: Page, button: string, shows: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText(shows).first()).toBeVisible();
}
