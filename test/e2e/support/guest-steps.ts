import { expect, type Browser, type Page } from '@playwright/test';
import { t } from '../../support/messages/english';
import { CODE_SUBJECT } from './guest-api';
import { allMails, codeIn, linkIn, waitForMail } from './mailbox';
import { PHONE } from './people';
import type { Guest, SharedReport } from './shared-report';
import { sentencePattern } from '../../support/messages/sentence-pattern';

/** A stranger's own phone, which has nothing but the link of the mail. */
export async function openSharedLink(browser: Browser, email: string): Promise<Page> {
  const mail = await waitForMail(email, sentencePattern('sharing.guestLinkMail.subject'));
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(linkIn(mail));
  return page;
}

/** Asks for a code, reads it in the mailbox and opens the report with it. */
export async function proveMailbox(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: t('sharing.codeEntry.send') }).click();
  await enterCode(page, codeIn(await waitForMail(email, CODE_SUBJECT)));
}

/** Expects the three answers of a report that stands. */
export async function expectAnswers(page: Page, doctorName: string): Promise<void> {
  const answers = page.getByRole('region', { name: t('reports.sealLine.label') });
  await expect(answers.getByRole('heading')).toHaveText([
    t('reports.sealLine.isOriginalQuestion'),
    t('reports.sealLine.issuerQuestion'),
    t('reports.sealLine.isValidQuestion'),
  ]);
  await expect(answers).toContainText(t('reports.sealLine.original'));
  await expect(answers).toContainText(doctorName);
  await expect(answers).toContainText(t('reports.sealLine.stillValid'));
}

/** Fills the code in and presses the button. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(t('components.codeInput.label')).fill(code);
  await page.getByRole('button', { name: t('sharing.codeEntry.open') }).click();
}

/** The way of a guest who holds the mailbox, from the link to the report. */
export async function openReport(page: Page, who: Guest): Promise<void> {
  await page.goto(who.link);
  await proveMailbox(page, who.email);
  await expect(page.getByText(t('reports.sealLine.isOriginalQuestion'))).toBeVisible();
}

/** A page that refuses a guest must show nothing about the report. */
export async function expectEnd(page: Page, title: string, report: SharedReport): Promise<void> {
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  const text = await page.locator('body').innerText();
  const { doctor, patient, code } = report;
  for (const secret of [patient.actor.displayName, doctor.actor.displayName, code, 'pressure']) {
    expect(text).not.toContain(secret);
  }
}

/** How many codes have been mailed to a guest. */
export async function codesTo({ email }: Guest): Promise<number> {
  const mails = await allMails();
  return mails.filter(
    ({ subject, to }) => CODE_SUBJECT.test(subject) && to.some(({ address }) => address === email),
  ).length;
}
