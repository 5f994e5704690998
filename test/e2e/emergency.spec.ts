import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { t } from '../support/messages/english';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { createAdmin, createDoctor, createPatient } from '../support/people/factories';
import { expectAccessible } from './support/expect-accessible';
import { reportOn } from './support/patient-steps';
import { browserOf, PHONE } from './support/people';
import { shareReport } from './support/shared-report';

const WORDS = 'Found on the street, nobody with them.';

function codeField(page: Page) {
  return page.getByRole('textbox', { name: t('sharing.openingForm.code'), exact: true });
}

async function chooseReason(page: Page) {
  const reason = t('sharing.emergencyReasons.unconscious');
  await page.getByLabel(t('sharing.openingForm.reason')).selectOption({ label: reason });
}

/** Fills in the doctor's form and sends it. */
async function openAs(page: Page, who: { code: string } | { name: string; birthYear: string }) {
  await page.goto('/doctor/emergency');
  if ('code' in who) {
    await codeField(page).fill(who.code);
  } else {
    await page.getByRole('radio', { name: t('sharing.openingForm.byName') }).check();
    await page.getByLabel(t('sharing.openingForm.name')).fill(who.name);
    await page.getByLabel(t('components.partialDateInput.year')).fill(who.birthYear);
  }
  await chooseReason(page);
  await page.getByLabel(t('sharing.openingForm.words')).fill(WORDS);
  await page.getByRole('button', { name: t('sharing.openingForm.open') }).click();
}

test('a doctor reads a summary at once, two administrators open the record, and each use is reviewed', async ({
  browser,
}) => {
  const { patient, reportId } = await shareReport([]);
  const { page: phone } = await browserOf(browser, patient, PHONE);
  await phone.goto('/patient/emergency');
  await phone
    .getByRole('textbox', { name: t('records.emergency.sections.allergies') })
    .fill('Penicillin');
  await phone.getByLabel(t('records.emergency.none.medicines')).check();
  await phone.getByRole('button', { name: t('records.emergency.addContact') }).click();
  await phone
    .getByRole('textbox', { name: t('records.emergency.contactName'), exact: true })
    .fill('Leyla Ahmed');
  await phone.getByLabel(t('records.emergency.telephone')).fill('+357 22 123456');
  await phone.getByRole('button', { name: t('records.emergency.save'), exact: true }).click();
  await expect(phone.getByText(t('records.emergency.saved'))).toBeVisible();
  await expectAccessible(phone);
  await phone.goto('/patient/emergency/card');
  await phone.getByRole('button', { name: t('sharing.patientCode.make') }).click();
  const code = await phone.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).innerText();
  await expectAccessible(phone);

  const doctor = await createDoctor({ name: `Dr. ${randomUUID()}`, clinic: 'Clinic North' });
  const { page: desk } = await browserOf(browser, doctor);
  // Nobody, with the same sentence for a code that nobody has and a name with another birth date.
  await openAs(desk, { name: patient.actor.displayName, birthYear: '1901' });
  await expect(desk.getByText(t('sharing.emergency.nobody'))).toBeVisible();
  await desk.goto('/doctor');
  // As a scanned card leads there.
  await desk.goto(`/doctor/emergency#${code}`);
  await expect(codeField(desk)).toHaveValue(code);
  await openAs(desk, { code });
  await expect(desk.getByRole('heading', { name: patient.actor.displayName })).toBeVisible();
  await expect(desk.getByText('Penicillin')).toBeVisible();
  await expect(desk.getByText(t('records.emergency.noneKnown'))).toBeVisible();
  await expect(desk.getByText('Leyla Ahmed')).toBeVisible();
  await expectAccessible(desk);
  const summary = desk.url();

  const { page: other } = await browserOf(browser, await createDoctor());
  await other.goto(summary);
  await expect(other.getByText(t('app.nothingHere.title'))).toBeVisible();

  await chooseReason(desk);
  await desk.getByLabel(t('sharing.recordForm.words')).fill(WORDS);
  await desk.getByRole('button', { name: t('sharing.recordForm.ask') }).click();
  await expect(desk.getByText(t('sharing.emergencyStates.ASKED'))).toBeVisible();
  const record = desk.url();
  expect(record).not.toBe(summary);
  await desk.goto(`${record}/reports/${reportId}`);
  await expect(desk.getByText(t('sharing.requestedReport.nothingShown'))).toBeVisible();

  for (const administrator of [await createAdmin(), await createAdmin()]) {
    const { page } = await browserOf(browser, administrator);
    await page.goto('/admin/emergencies');
    const card = page
      .getByRole('listitem')
      .filter({ hasText: doctor.actor.displayName })
      .filter({
        hasText: t('sharing.emergencyTiers.RECORD'),
      });
    await card.getByRole('button', { name: t('sharing.administered.acknowledge') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('sharing.administered.acknowledge') }).click();
    await expect(dialog).toBeHidden();
    // What was opened is nowhere on the page.
    await expect(page.getByText('Penicillin')).toBeHidden();
    await page.goto(record);
    await expect(page.getByText(t('app.nothingHere.title'))).toBeVisible();
  }

  await desk.goto(record);
  await desk.getByRole('main').getByRole('list').getByRole('link').first().click();
  await expect(desk.getByRole('heading', { name: patient.actor.displayName })).toBeVisible();
  await expect(reportOn(desk)).toBeVisible();
  await expectAccessible(desk);

  await phone.goto('/patient/emergency');
  await expect(phone.getByText(WORDS)).toHaveCount(2);
  await expectAccessible(phone);
  await phone
    .getByRole('button', { name: t('sharing.endEmergency.end.verb') })
    .first()
    .click();
  await phone.getByRole('button', { name: t('sharing.endEmergency.end.confirm') }).click();
  await expect(phone.getByText(t('sharing.emergencyStates.ENDED')).first()).toBeVisible();
  await desk.goto(`${record}/reports/${reportId}`);
  await expect(desk.getByText(t('sharing.requestedReport.nothingShown'))).toBeVisible();
  await phone.goto(`/patient/reports/${reportId}/access`);
  await expect(
    phone.getByText(sentencePattern('sharing.accessLog.actions.emergency.report-opened')),
  ).toBeVisible();

  const { page: office } = await browserOf(browser, await createAdmin());
  await office.goto('/admin/emergencies');
  const ended = office
    .getByRole('listitem')
    .filter({ hasText: doctor.actor.displayName })
    .filter({
      hasText: t('sharing.emergencyTiers.RECORD'),
    });
  await ended.getByRole('button', { name: t('sharing.administered.review') }).click();
  await office.getByRole('radio', { name: t('sharing.emergencyVerdicts.UNJUSTIFIED') }).check();
  await office
    .getByRole('textbox', { name: t('sharing.reviewForm.words'), exact: true })
    .fill('The clinic knows of no emergency.');
  await expectAccessible(office);
  const save = office.getByRole('button', { name: t('sharing.reviewForm.save') });
  await save.click();
  await expect(save).toBeHidden();
  await phone.goto('/patient/emergency');
  await expect(phone.getByText('The clinic knows of no emergency.')).toBeVisible();
});

test('a patient, an administrator and a doctor who waits open no emergency page', async ({
  browser,
}) => {
  for (const person of [await createPatient(), await createAdmin()]) {
    const { page } = await browserOf(browser, person);
    await page.goto('/doctor/emergency');
    await expect(page.getByText(t('app.nothingHere.title'))).toBeVisible();
  }
  const { page: pending } = await browserOf(browser, await createDoctor({ status: 'PENDING' }));
  await pending.goto('/doctor/emergency');
  await expect(pending.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  const { page: desk } = await browserOf(browser, await createDoctor());
  await desk.goto('/admin/emergencies');
  await expect(desk.getByText(t('app.nothingHere.title'))).toBeVisible();
});
