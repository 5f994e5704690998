import { readFile } from 'node:fs/promises';
import { expect, test, type Route } from '@playwright/test';
import { unzipSync } from 'fflate';
import { createDoctor, createPatient } from '../support/people/factories';
import { letProofGrowOld } from '../support/people/proof';
import { createForwardedReport } from '../support/reports/report-factories';
import { t } from '../support/messages/english';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { alertIn } from './support/alert-in';
import { browserOf } from './support/people';

test('a patient takes their records away, asks to be erased, and keeps everything', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await createForwardedReport({ doctor, patient });
  const { context, page } = await browserOf(browser, patient);
  await page.goto('/patient/data');
  await page.getByRole('button', { name: t('interop.exportPanel.ask') }).click();
  const download = page.getByRole('button', { name: t('interop.exportPanel.download') });
  await expect(download).toBeVisible({ timeout: 30_000 });

  await letProofGrowOld(patient);
  await download.click();
  const dialog = page.getByRole('dialog', { name: t('accounts.proofDialog.title') });
  await dialog
    .getByRole('textbox', { name: t('accounts.proofDialog.password') })
    .fill(patient.password);
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: t('accounts.proofDialog.goOn') }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^MedAnchor-\d{4}-\d\d-\d\d\.zip$/);
  const files = Object.keys(unzipSync(await readFile(await file.path())));
  expect(files).toEqual(expect.arrayContaining(['index.html', 'bundle.fhir.json']));

  await page.getByRole('link', { name: t('app.data.eraseLink') }).click();
  await expect(page.getByText(t('interop.eraseSections.account'))).toBeVisible();
  await page.getByLabel(t('interop.eraseForm.label')).fill(patient.actor.email);
  // On a bad network the request arrives, and its answer is lost.
  const losesAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/api/erasures', losesAnswer, { times: 1 });
  await page.getByRole('button', { name: t('interop.eraseForm.erase') }).click();
  await expect(alertIn(page)).toBeVisible();
  await page.getByRole('button', { name: t('interop.eraseForm.erase') }).click();
  await expect(page.getByText(sentencePattern('interop.erasureWaits.until'))).toBeVisible();
  await page.route('**/api/erasures', losesAnswer, { times: 1 });
  await page.getByRole('button', { name: t('interop.erasureWaits.takeBack') }).click();
  await expect(alertIn(page)).toBeVisible();
  await page.getByRole('button', { name: t('interop.erasureWaits.takeBack') }).click();
  await expect(page.getByRole('button', { name: t('interop.eraseForm.erase') })).toBeVisible();
  await context.close();
});
