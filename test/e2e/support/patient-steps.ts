import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '../../support/messages/english';
import { linkIn, waitForMail } from './mailbox';
import { sentencePattern } from '../../support/messages/sentence-pattern';

/** A person whom a report is shared with, as the form takes it. */
export interface TypedViewer {
  email: string;
  /** One of the form's own choices, e.g. `7 days`. */
  until: string;
}

/** The PDF as a page shows it: named by what it is and its code, its text readable. */
export function pdfOn(page: Page): Locator {
  return page.getByRole('region', { name: /report [0-9A-Z]{16}$/ });
}

/** Goes down to the PDF, which is fetched only then. */
export async function scrollToPdf(page: Page): Promise<Locator> {
  await scrollDownFor(page, pdfOn(page));
  await pdfOn(page).scrollIntoViewIfNeeded();
  return pdfOn(page);
}

/**
 * Goes down to where the PDF is, until what is expected there is shown: a page whose upper parts are still growing
 * pushes that place out of sight again.
 */
export async function scrollDownFor(page: Page, expected: Locator): Promise<void> {
  const heading = page.getByRole('heading', { name: t('components.originalPdf.title') });
  await expect(async () => {
    await heading.evaluate((title) => title.scrollIntoView());
    await expect(expected).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** The content of the report, as its page shows it above the PDF. */
export function reportOn(page: Page): Locator {
  return page.getByRole('region', { name: t('reports.reportBody.whatTheReportSays') });
}

/** Follows the link of the mail about a waiting report. */
export async function openFromMail(page: Page, email: string): Promise<void> {
  await page.goto(
    linkIn(await waitForMail(email, sentencePattern('reports.forwardedMail.subject'))),
  );
}

/** Approves the report on the page. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('reports.reviewPanel.approve') }).click();
  await expect(
    page.getByText(t('components.reportStates.APPROVED'), { exact: true }),
  ).toBeVisible();
}

/** From the patient's one approved report in the list to the first step of sealing it. */
export async function openSealingFromList(page: Page): Promise<void> {
  await page.goto('/patient');
  await page
    .getByRole('region', { name: t('components.reportStates.APPROVED') })
    .getByRole('link')
    .click();
  await openSealing(page);
}

/** From the page of an approved report to the first step of sealing it. */
export async function openSealing(page: Page): Promise<void> {
  await page.getByRole('link', { name: t('sharing.sealCard.title') }).click();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.viewersTitle', { count: 1 }) }),
  ).toBeVisible();
}

/** Adds one person to those who may see it. */
export async function addViewer(page: Page, { email, until }: TypedViewer): Promise<void> {
  await page.getByLabel(t('common.eMailAddress')).fill(email);
  const ends = page.getByRole('radiogroup', { name: t('sharing.viewersEditor.endLabel') });
  await ends.getByText(until, { exact: true }).click();
  await page.getByRole('button', { name: t('sharing.viewersEditor.add') }).click();
  const people = page.getByRole('list', { name: t('sharing.viewersEditor.list') });
  await expect(people.getByText(email)).toBeVisible();
}

/** From who may see it, past what stays forever, to the price. */
export async function goToPrice(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.onChainTitle') }),
  ).toBeFocused();
  await page.getByRole('button', { name: t('sharing.sealingSteps.understood') }).click();
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.costTitle') }),
  ).toBeFocused();
}

/** The line of one viewer of an anchored report. */
export function viewerLine(page: Page, email: string): Locator {
  return page
    .getByRole('region', { name: t('sharing.viewersPanel.title') })
    .getByRole('listitem')
    .filter({ hasText: email });
}

/** Chooses to pay by the own wallet, where the clinic would pay. */
export async function payMyself(page: Page): Promise<void> {
  await page.getByRole('radio', { name: t('sharing.payerChoice.own.label') }).check();
}

/** What the next transaction costs the own wallet, in ETH, as it is shown before the wallet is asked. */
export async function readCost(page: Page): Promise<number> {
  await payMyself(page);
  const cost = page.getByRole('group', { name: t('registry.costNow.costNow') });
  await expect(cost).toContainText(/\d ETH/);
  return Number(/([\d.]+) ETH/.exec(await cost.innerText())?.[1]);
}

/** Asks the wallet for the transaction that it pays, from the last step. */
export async function sealNow(page: Page): Promise<void> {
  await payMyself(page);
  await page.getByRole('button', { name: /^Seal .*now$/ }).click();
}

/** Asks the wallet for the signature under which the clinic sends and pays, from the last step. */
export async function askClinic(page: Page): Promise<void> {
  await page.getByRole('radio', { name: t('sharing.payerChoice.clinic.label') }).check();
  await page.getByRole('button', { name: /^Seal .*now$/ }).click();
}

/** Asks the wallet for the transaction that it pays and that changes the viewers. */
export async function changeViewers(page: Page): Promise<void> {
  await payMyself(page);
  await page.getByRole('button', { name: t('sharing.permissionChange.confirm') }).click();
}

/** Seals the report on the page without viewers, up to the wallet's window. */
export async function beginAnchoring(page: Page): Promise<void> {
  await openSealing(page);
  await goToPrice(page);
  await sealNow(page);
}

/** Waits until the report on the page is on the blockchain. */
export async function expectAnchored(page: Page): Promise<void> {
  const badge = page.getByText(t('components.reportStates.ANCHORED'), { exact: true });
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
