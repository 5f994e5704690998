import { expect, type Locator, type Page } from '@playwright/test';
import { linkIn, waitForMail } from './mailbox';

/** A person whom a report is shared with, as the form takes it. */
export interface TypedViewer {
  email: string;
  /** One of the form's own choices, e.g. `for 7 days`. */
  until: string;
}

/** The PDF as a page shows it: named by what it is and its code, its text readable. */
export function pdfOn(page: Page): Locator {
  return page.getByRole('region', { name: /report [0-9A-Z]{16}$/ });
}

/** Follows the link of the mail about a waiting report. */
export async function openFromMail(page: Page, email: string): Promise<void> {
  await page.goto(linkIn(await waitForMail(email, /sent you a report to review/)));
}

/** Approves the report on the page. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved', { exact: true })).toBeVisible();
}

/** Adds one viewer below those that the form has. */
export async function addViewer(page: Page, { email, until }: TypedViewer): Promise<void> {
  await page.getByRole('button', { name: 'Add a viewer' }).click();
  const row = page.getByRole('group', { name: /^Viewer \d+$/ }).last();
  await row.getByLabel('E-mail address').fill(email);
  await row.getByLabel('May read').selectOption({ label: until });
}

/** The line of one viewer of an anchored report. */
export function viewerLine(page: Page, email: string): Locator {
  return page
    .getByRole('region', { name: 'Who may see it' })
    .getByRole('listitem')
    .filter({ hasText: email });
}

/** What the next transaction costs, in ETH, as it is shown before the wallet is asked. */
export async function readCost(page: Page): Promise<number> {
  const cost = page.getByRole('group', { name: 'Cost now' });
  await expect(cost).toContainText(/\d ETH/);
  return Number(/([\d.]+) ETH/.exec(await cost.innerText())?.[1]);
}

/** Ticks what has to be read and asks the wallet for the transaction that adds the report on the page. */
export async function beginAnchoring(page: Page): Promise<void> {
  await page.getByLabel('I have read what stays').check();
  await page.getByRole('button', { name: 'Confirm in my wallet' }).click();
}

/** Waits until the report on the page is on the blockchain. */
export async function expectAnchored(page: Page): Promise<void> {
  const badge = page.getByText('On the blockchain', { exact: true });
  await expect(badge).toBeVisible({ timeout: 30_000 });
}

/**
 * Answers the page's questions about its transaction only when there is something new, so that it passes
 * over no state in between.
 */
export async function missNoState(page: Page): Promise<void> {
  let last = '';
  await page.route('**/api/chain-transactions/*', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    let response = await route.fetch();
    const look = async () => {
      response = await route.fetch();
      return response.text();
    };
    await expect.poll(look, { intervals: [100], timeout: 60_000 }).not.toBe(last);
    last = await response.text();
    await route.fulfill({ response });
  });
}
