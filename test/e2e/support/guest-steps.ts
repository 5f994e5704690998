import { expect, type Browser, type Page } from '@playwright/test';
import { t } from '../../support/english';
import { codeIn, linkIn, waitForMail } from './mailbox';
import { PHONE } from './people';
import { sentencePattern } from '../../support/sentence-pattern';

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
  const code = codeIn(await waitForMail(email, sentencePattern('sharing.guestCodeMail.subject')));
  await page.getByLabel(t('components.codeInput.label')).fill(code);
  await page.getByRole('button', { name: t('sharing.codeEntry.open') }).click();
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
