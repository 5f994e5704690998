import { expect, test } from '@playwright/test';
import { createDoctor, createPatient } from '../support/people/factories';
import { createForwardedReport } from '../support/reports/report-factories';
import { expectAccessible } from './support/expect-accessible';
import { approve, pdfOn, scrollDownFor, scrollToPdf } from './support/patient-steps';
import { browserOf } from './support/people';
import { t } from '../support/messages/english';

async function reportOfPatient() {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  return { patient, reportId: await createForwardedReport({ doctor, patient }) };
}

test('what a reader marked in the PDF stays marked when the page around it changes', async ({
  browser,
}) => {
  const { patient, reportId } = await reportOfPatient();
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  const words = (await scrollToPdf(page)).getByText('mmHg').first();
  await words.evaluate((element) => getSelection()?.selectAllChildren(element));
  await approve(page);
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('mmHg');
});

test('a PDF that the browser cannot open is reported as such, and can still be saved', async ({
  browser,
}) => {
  const { patient, reportId } = await reportOfPatient();
  const { page } = await browserOf(browser, patient);
  await page.route('**/document', (route) =>
    route.fulfill({ contentType: 'application/pdf', body: 'no PDF at all' }),
  );
  await page.goto(`/patient/reports/${reportId}`);
  const failure = page.getByRole('alert').filter({ hasText: t('components.pdfViewer.failed') });
  await scrollDownFor(page, failure);
  await expect(failure).toContainText(t('components.pdfPages.unreadable'));
  await expect(
    page.getByRole('link', { name: t('components.originalPdf.download') }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(pdfOn(page)).toContainText('mmHg');
});
