import { expect, test, type Page } from '@playwright/test';
import { openReportDocument } from '@/reports/content/open-report-document';
import { t } from '../support/messages/english';
import { readPdf } from '../support/reports/read-pdf';
import { createForwardedReport } from '../support/reports/report-factories';
import { openSharedLink, proveMailbox } from './support/guest-steps';
import { browserOf } from './support/people';
import { newAddress, shareReport } from './support/shared-report';

/** What a reader would hold in their hand: one sheet of A4. */
async function sheetOf(page: Page): Promise<string> {
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  expect(pages).toHaveLength(1);
  return pages[0] ?? '';
}

test('reports, guest pages and verdicts print on one sheet with code, QR and seal', async ({
  browser,
}) => {
  const email = newAddress('printer');
  const { doctor, patient, reportId, code } = await shareReport([email]);
  const { page: patientPage } = await browserOf(browser, patient);
  const { page: doctorPage } = await browserOf(browser, doctor);
  const guestPage = await openSharedLink(browser, email);
  await patientPage.goto(`/patient/reports/${reportId}`);
  await doctorPage.goto(`/doctor/reports/${reportId}`);
  await proveMailbox(guestPage, email);
  for (const page of [patientPage, doctorPage, guestPage]) {
    await expect(
      page.getByRole('region', { name: t('reports.reportBody.whatTheReportSays') }),
    ).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('img', { name: t('reports.pdf.checkThisReport') })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    const sheet = await sheetOf(page);
    expect(sheet).toContain(code);
    expect(sheet).toContain('143/91');
    expect(sheet).toContain(patient.actor.displayName);
    expect(sheet).toContain(t('reports.sealLine.isValidQuestion'));
  }
});

test('a report that is not sealed prints on one sheet, however long its remarks are', async ({
  browser,
}) => {
  const { doctor, patient } = await shareReport([]);
  const remarks = 'Rested for five minutes before the first measurement, seated. '
    .repeat(16)
    .trim();
  const reportId = await createForwardedReport({ doctor, patient, form: { remarks } });
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  await expect(
    page.getByRole('region', { name: t('reports.reportBody.whatTheReportSays') }),
  ).toBeVisible();
  expect(await sheetOf(page)).toContain('Rested for five minutes');
});

test('the verdict about a PDF prints on one sheet', async ({ page }) => {
  const { patient, reportId, code } = await shareReport([]);
  const { pdf } = await openReportDocument(patient.actor, reportId);
  await page.goto('/verify');
  await page
    .getByLabel(t('reports.verifyPanel.file'))
    .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
  await expect(page.getByText(t('reports.verdict.isValidQuestion'))).toBeVisible();
  const sheet = await sheetOf(page);
  expect(sheet).toContain(code);
  expect(sheet).toContain(t('reports.verdict.isValidQuestion'));
});
