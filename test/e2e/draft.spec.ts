import { expect, test } from '@playwright/test';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { alertIn } from './support/alert-in';
import { beginReport, newestReportOf, pickPatient } from './support/doctor-steps';
import { browserOf } from './support/people';
import { sentencePattern } from '../support/messages/sentence-pattern';

test('a draft survives a tab that is closed while typing', async ({ browser }) => {
  const doctor = await createDoctor();
  const patient = await createPatient({ name: 'Thorvald Brekke' });
  const { context, page } = await browserOf(browser, doctor);
  await beginReport(page, 'BLOOD_PRESSURE');
  await pickPatient(page, patient);
  await page.getByLabel(t('templates.bloodPressure.medication')).fill('Ramipril 2.5 mg');
  await expect(page.getByText(sentencePattern('reports.saveStatusLine.saved'))).toBeVisible();
  // With a save under way the browser would ask first.
  await page.getByLabel(t('reports.draftFrame.remarks')).fill('Half a sent');
  await page.close({ runBeforeUnload: true });

  // The last words are on their way while the tab is gone already.
  const again = await context.newPage();
  await expect(async () => {
    await again.goto('/doctor');
    await newestReportOf(again, patient).click({ timeout: 2_000 });
    await expect(again.getByLabel(t('reports.draftFrame.remarks'))).toHaveValue('Half a sent', {
      timeout: 2_000,
    });
  }).toPass();
  await expect(again.getByRole('combobox', { name: t('reports.patientPicker.name') })).toHaveValue(
    patient.actor.displayName,
  );
  await expect(again.getByLabel(t('templates.bloodPressure.medication'))).toHaveValue(
    'Ramipril 2.5 mg',
  );
});

test('what is typed while the picked patient is being fetched is saved, too', async ({
  browser,
}) => {
  const patient = await createPatient({ name: 'Sigrid Vestergaard' });
  const { context, page } = await browserOf(browser, await createDoctor());
  await beginReport(page, 'BLOOD_PRESSURE');
  let release = () => {};
  const typed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/patients/*-*', async (route) => {
    await typed;
    await route.continue();
  });
  const name = page.getByRole('combobox', { name: t('reports.patientPicker.name') });
  await name.pressSequentially('Sigrid');
  await page.getByRole('option', { name: patient.actor.displayName }).click();
  await page.getByLabel(t('reports.draftFrame.remarks')).fill('Typed meanwhile');
  release();
  await expect(page.getByRole('textbox', { name: t('reports.patientPicker.email') })).toHaveValue(
    patient.actor.email,
  );
  await expect(page.getByText(sentencePattern('reports.saveStatusLine.saved'))).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue(patient.actor.displayName);
  await expect(page.getByLabel(t('reports.draftFrame.remarks'))).toHaveValue('Typed meanwhile');
  await context.close();
});

test('what is typed and left before the last scripts of the form have come counts, too', async ({
  browser,
}) => {
  const patient = await createPatient({ name: 'Ragnhild Aasen' });
  const { context, page } = await browserOf(browser, await createDoctor());
  await beginReport(page, 'BLOOD_PRESSURE');
  // The page names the scripts of its first view; the list of people and the check of the form come later.
  const firstView = await (await page.request.get(page.url())).text();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (!firstView.includes(file)) await held;
    await route.continue();
  });
  await page.reload();
  const systolic = page
    .getByRole('group', { name: t('templates.bloodPressure.measurement', { letter: 'A' }) })
    .getByLabel(t('templates.bloodPressure.systolic'));
  await systolic.fill('9999');
  const name = page.getByRole('combobox', { name: t('reports.patientPicker.name') });
  await name.pressSequentially('Rag');
  await expect(systolic).not.toHaveAccessibleDescription(/./);
  release();
  await expect(systolic).toHaveAccessibleDescription(/./);
  await expect(name).toBeFocused();
  await page.keyboard.type('nh');
  await expect(name).toHaveValue('Ragnh');
  await page.getByRole('option', { name: patient.actor.displayName }).click();
  await expect(page.getByRole('textbox', { name: t('reports.patientPicker.email') })).toHaveValue(
    patient.actor.email,
  );
  await context.close();
});

test('a tab that closes while its draft cannot be saved asks first', async ({ browser }) => {
  const { context, page } = await browserOf(browser, await createDoctor());
  await beginReport(page, 'BLOOD_PRESSURE');
  await page.route('**/draft', (route) => route.abort());
  await page.getByLabel(t('reports.draftFrame.remarks')).fill('Written in a tunnel');
  await expect(alertIn(page)).toContainText(t('reports.saveStatusLine.failedTitle'));
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await page.unrouteAll();
  await expect(page.getByLabel(t('reports.draftFrame.remarks'))).toHaveValue('Written in a tunnel');
  await expect(page.getByText(sentencePattern('reports.saveStatusLine.saved'))).toBeVisible();

  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await context.close();
});

test('a draft that is open in two windows is overwritten by neither unseen', async ({
  browser,
}) => {
  const { context, page: first } = await browserOf(browser, await createDoctor());
  await beginReport(first, 'BLOOD_PRESSURE');
  const second = await context.newPage();
  await second.goto(first.url());
  await first.getByLabel(t('reports.draftFrame.remarks')).fill('Of the first window');
  await expect(first.getByText(sentencePattern('reports.saveStatusLine.saved'))).toBeVisible();

  await second.getByLabel(t('templates.bloodPressure.medication')).fill('Ramipril 5 mg');
  await expect(alertIn(second)).toContainText(t('reports.saveStatusLine.conflictTitle'));
  await second.getByRole('button', { name: t('reports.saveStatusLine.loadOtherText') }).click();
  await expect(second.getByLabel(t('reports.draftFrame.remarks'))).toHaveValue(
    'Of the first window',
  );
  await expect(second.getByLabel(t('templates.bloodPressure.medication'))).toHaveValue('');

  // The page that was just loaded shows a saved draft until its scripts have taken over what was typed.
  const answer = second.waitForResponse('**/draft');
  await second.getByLabel(t('templates.bloodPressure.medication')).fill('Ramipril 10 mg');
  await answer;
  await expect(second.getByText(sentencePattern('reports.saveStatusLine.saved'))).toBeVisible();
  await first.getByLabel(t('reports.draftFrame.remarks')).fill('Of the first window again');
  await alertIn(first)
    .getByRole('button', { name: t('reports.saveStatusLine.keepThisText') })
    .click();
  await expect(first.getByText(sentencePattern('reports.saveStatusLine.saved'))).toBeVisible();
  await second.reload();
  await expect(second.getByLabel(t('reports.draftFrame.remarks'))).toHaveValue(
    'Of the first window again',
  );
  await context.close();
});
