import { expect, type Locator, type Page } from '@playwright/test';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { t } from '../../support/messages/english';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { templateTitle } from '@/reports/templates/templates';
import type { Person } from '../../support/people/factories';

/** Systolic and diastolic of measurements A, B and C, mmHg. */
const READINGS = [
  ['A', '138', '88'],
  ['B', '134', '86'],
  ['C', '132', '84'],
] as const;

/** Chooses a form on the page for new reports; leaves the page on the draft. */
export async function beginReport(page: Page, form: ReportTemplate): Promise<void> {
  await page.goto('/doctor/reports/new');
  await page.getByRole('button', { name: templateTitle(form, t) }).click();
  await expect(page.getByRole('button', { name: t('reports.draftActions.preview') })).toBeVisible();
}

/**
 * Finds the patient by the first letters of the name and picks them from the list.
 * @param born as the list shows it, where two people bear the name
 */
export async function pickPatient(page: Page, { actor }: Person, born = ''): Promise<void> {
  const name = page.getByRole('combobox', { name: t('reports.patientPicker.name') });
  await name.pressSequentially(actor.displayName.slice(0, 5));
  await page.getByRole('option', { name: `${actor.displayName} ${born}`.trim() }).click();
  await expect(page.getByRole('textbox', { name: t('reports.patientPicker.email') })).toHaveValue(
    actor.email,
  );
}

/** Types one measurement of the blood-pressure form, mmHg. */
export async function writeReading(
  page: Page,
  [letter, systolic, diastolic]: readonly [letter: string, systolic: string, diastolic: string],
): Promise<void> {
  const group = page.getByRole('group', {
    name: t('templates.bloodPressure.measurement', { letter }),
  });
  await group.getByLabel(t('templates.bloodPressure.systolic')).fill(systolic);
  await group.getByLabel(t('templates.bloodPressure.diastolic')).fill(diastolic);
}

/** Writes a whole blood-pressure report for a patient with a unique name. */
export async function writeBloodPressure(page: Page, patient: Person): Promise<void> {
  await beginReport(page, 'BLOOD_PRESSURE');
  await pickPatient(page, patient);
  for (const reading of READINGS) await writeReading(page, reading);
  await page.getByLabel(t('templates.bloodPressure.medication')).fill('Amlodipine 5 mg once a day');
  await page.getByLabel(t('reports.draftFrame.remarks')).fill('Control in three months.');
}

/** Writes a whole COVID-19 report for a patient with a unique name. */
export async function writeCovid19(page: Page, patient: Person): Promise<void> {
  await beginReport(page, 'COVID_19');
  await pickPatient(page, patient);
  await fillCovid19(page);
}

/** Fills the required fields of the COVID-19 form, but for the patient. */
export async function fillCovid19(page: Page): Promise<void> {
  await fillCollectedAt(page);
  await page
    .getByLabel(t('templates.covid19.typeOfTest'))
    .selectOption(t('templates.covid19.testType.pcr'));
  await page
    .getByLabel(t('templates.fields.specimen'))
    .selectOption(t('templates.covid19.specimen.nasopharyngeal-swab'));
  await page
    .getByRole('combobox', { name: t('templates.covid19.collectionLabel') })
    .selectOption(t('templates.covid19.collection.supervised'));
  await page
    .getByLabel(t('templates.fields.result'))
    .selectOption(t('templates.covid19.result.not-detected'));
  await page
    .getByLabel(t('templates.covid19.reasonForTesting'))
    .selectOption(t('templates.covid19.reason.procedure'));
  await page.getByRole('checkbox', { name: t('templates.covid19.symptom.none') }).check();
}

/** Fills the fields of the HbA1c form, but for the patient. */
export async function fillHba1c(page: Page): Promise<void> {
  await fillCollectedAt(page);
  await page
    .getByLabel(t('templates.fields.specimen'))
    .selectOption(t('templates.hba1c.specimen.venous-blood'));
  await page.getByLabel(t('templates.hba1c.unit')).selectOption('%');
  await page.getByLabel(t('templates.hba1c.name')).fill('7.5');
  await page.getByLabel(t('templates.hba1c.target')).fill('7.0');
  await expect(
    page.getByRole('status', { name: t('templates.hba1c.valueAndRange') }),
  ).toContainText('58 mmol/mol (7.5 %)');
  await page.getByLabel(t('templates.hba1c.treatment')).fill('Metformin 850 mg twice a day');
}

/** A specimen of an hour ago. */
async function fillCollectedAt(page: Page): Promise<void> {
  const anHourAgo = new Date(Date.now() - HOUR_MS - new Date().getTimezoneOffset() * MINUTE_MS);
  await page
    .getByLabel(t('templates.fields.collectedAt'))
    .fill(anHourAgo.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length));
}

/** Forwards the draft on the page and returns the report's id. */
export async function forwardDraft(page: Page): Promise<string> {
  await page.getByRole('button', { name: t('reports.draftActions.send') }).click();
  await page.getByRole('button', { name: t('reports.draftActions.sendConfirm') }).click();
  await expect(page.getByText(t('components.reportStates.FORWARDED'))).toBeVisible();
  // With a screen reader or keyboard, reading continues where the new state begins.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const id = /reports\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`No report id in ${page.url()}`);
  return id;
}

/** The newest report of a patient in the doctor's list. */
export function newestReportOf(page: Page, { actor }: Person): Locator {
  return page.getByRole('region', { name: actor.displayName }).getByRole('link').first();
}
