import { expect, type Browser, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { createDoctor, createPatient, type Person } from '../../support/people/factories';
import { createApprovedReport } from '../../support/reports/report-factories';
import { bindDemoAccount, shareAccount, walletWindow } from './demo-wallet-steps';
import { dropTransactions } from './held-transaction';
import { beginAnchoring } from './patient-steps';
import { browserOf } from './people';

/** A patient whose approved report waits for the wallet. */
export interface Ready {
  page: Page;
  patient: Person;
  reportId: string;
}

/** A patient on the page of an approved report, with an account of the demo wallet bound. */
export async function readyToSeal(browser: Browser, label: string): Promise<Ready> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindDemoAccount(patient, label);
  // What a test that failed may have left on its way.
  await dropTransactions(label);
  const reportId = await createApprovedReport({ doctor, patient });
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  return { page, patient, reportId };
}

/** Asks for the transaction, shares the account, and stops at the wallet's window for the transaction. */
export async function askWallet(page: Page, label: string): Promise<void> {
  await beginAnchoring(page);
  await shareAccount(page, label);
  await expect(walletWindow(page)).toContainText('addReport(');
}

/** The transactions that were prepared for a report. */
export function attempts(reportId: string) {
  return database().chainTransaction.findMany({ where: { reportId } });
}
