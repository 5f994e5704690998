import { expect, test } from '@playwright/test';
import { createDoctor, createPatient } from '../support/factories';
import { createForwardedReport } from '../support/report-factories';
import { expectAccessible } from './support/expect-accessible';
import { approve, pdfOn, scrollToPdf } from './support/patient-steps';
import { browserOf } from './support/people';

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

test('a PDF that the browser cannot open is said to be so, and can still be saved', async ({
  browser,
}) => {
  const { patient, reportId } = await reportOfPatient();
  const { page } = await browserOf(browser, patient);
  await page.route('**/document', (route) =>
    route.fulfill({ contentType: 'application/pdf', body: 'no PDF at all' }),
  );
  await page.goto(`/patient/reports/${reportId}`);
  await page.getByRole('heading', { name: 'Original PDF' }).scrollIntoViewIfNeeded();
  await expect(
    page.getByRole('alert').filter({ hasText: 'The PDF cannot be shown' }),
  ).toContainText('Your browser could not open the file. You can still download it.');
  await expect(page.getByRole('link', { name: 'Download PDF' })).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(pdfOn(page)).toContainText('mmHg');
});
