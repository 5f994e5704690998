import { expect, type Page } from '@playwright/test';
import type { Person } from '../../support/factories';

/** Systolic and diastolic of measurements A, B and C, mmHg. */
const READINGS = [
  ['A', '138', '88'],
  ['B', '134', '86'],
  ['C', '132', '84'],
] as const;

/** Chooses a form and the patient; leaves the page on the draft. */
async function beginReport(page: Page, form: RegExp, patient: Person): Promise<void> {
  await page.goto('/doctor/reports/new');
  await page.getByRole('button', { name: form }).click();
  const name = page.getByRole('combobox', { name: /Patient’s name/ });
  await name.fill(patient.actor.displayName.slice(0, 4));
  await page.getByRole('option', { name: patient.actor.displayName }).first().click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(patient.actor.email);
}

/** Fills the blood-pressure form's required fields. */
export async function writeBloodPressure(page: Page, patient: Person): Promise<void> {
  await beginReport(page, /blood pressure/i, patient);
  for (const [letter, systolic, diastolic] of READINGS) {
    const group = page.getByRole('group', { name: `Measurement ${letter}` });
    await group.getByLabel('Systolic').fill(systolic);
    await group.getByLabel('Diastolic').fill(diastolic);
  }
  await page.getByLabel('Medication').fill('Amlodipine 5 mg once a day');
  await page.getByLabel('Remarks').fill('Control in three months.');
}

/** Fills the COVID-19 form's required fields. */
export async function writeCovid19(page: Page, patient: Person): Promise<void> {
  await beginReport(page, /covid-19/i, patient);
  const anHourAgo = new Date(Date.now() - 3_600_000 - new Date().getTimezoneOffset() * 60_000);
  await page
    .getByLabel('Date and time of collection')
    .fill(anHourAgo.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length));
  await page.getByLabel('Type of test').selectOption({ index: 1 });
  await page.getByLabel('Specimen').selectOption({ index: 1 });
  await page.getByLabel('Collection', { exact: false }).last().selectOption({ index: 1 });
  await page.getByLabel('Result').selectOption({ index: 1 });
  await page.getByLabel('Reason for testing').selectOption({ index: 1 });
  await page.getByRole('checkbox', { name: /^No(ne)? ?symptoms|^None/i }).check();
}

/** Forwards the draft on the page and returns the report's id. */
export async function forwardDraft(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Forward…' }).click();
  await page.getByRole('button', { name: 'Forward to the patient' }).click();
  await expect(page.getByText('Forwarded', { exact: true }).first()).toBeVisible();
  const id = /reports\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`No report id in ${page.url()}`);
  return id;
}
