import { expect, test } from '@playwright/test';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { t } from '../support/english';
import { createDoctor, createPatient } from '../support/factories';
import { stateOf } from '../support/patient-on-chain';
import {
  END_REASON,
  createApprovedReport,
  createForwardedReport,
} from '../support/report-factories';
import { bindWallet, sendFrom } from '../support/test-chain';
import { alertIn } from './support/alert-in';
import { beginReport, forwardDraft, newestReportOf, pickPatient } from './support/doctor-steps';
import { expectAccessible } from './support/expect-accessible';
import { openSharedLink, proveMailbox } from './support/guest-steps';
import { linkIn, waitForMail } from './support/mailbox';
import { approve, reportOn, viewerLine } from './support/patient-steps';
import { browserOf } from './support/people';

const DECIDED = / rejected your report /;

test('a rejected report is amended by its doctor and approved by its patient', async ({
  browser,
}) => {
  const doctor = await createDoctor();
  const patient = await createPatient({ name: 'Sibel Dağdelen' });
  const reportId = await createForwardedReport({ doctor, patient });
  const { page: patientPage } = await browserOf(browser, patient);
  const { page: doctorPage } = await browserOf(browser, doctor);
  const reason = 'The medication is wrong:\nI take 10 mg, not 5 mg.';

  await test.step('the patient says what is wrong', async () => {
    await patientPage.goto(`/patient/reports/${reportId}`);
    await patientPage.getByRole('button', { name: 'Reject…' }).click();
    await patientPage.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(patientPage.getByLabel(t('reports.rejectForm.reason'))).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await expectAccessible(patientPage);
    await patientPage.getByLabel(t('reports.rejectForm.reason')).fill(reason);
    await patientPage.getByRole('button', { name: 'Reject', exact: true }).click();
    const told = patientPage.getByRole('alert').filter({ hasText: 'You rejected this report' });
    await expect(told).toContainText('I take 10 mg, not 5 mg.');
    await expectAccessible(patientPage);
  });

  await test.step('the doctor is told and reads why', async () => {
    await doctorPage.goto(linkIn(await waitForMail(doctor.actor.email, DECIDED)));
    const why = doctorPage.getByRole('alert').filter({ hasText: 'The patient’s reason' });
    await expect(why).toContainText('I take 10 mg, not 5 mg.');
    await expectAccessible(doctorPage);
  });

  await test.step('the doctor amends it', async () => {
    await doctorPage.getByRole('button', { name: 'Amend this report' }).click();
    await expect(doctorPage.getByText('Why the patient rejected the report before')).toBeVisible();
    await expect(doctorPage.getByRole('combobox', { name: 'Patient’s name' })).toHaveValue(
      patient.actor.displayName,
    );
    await doctorPage.getByLabel('Medication').fill('Amlodipine 10 mg once a day');
    await expectAccessible(doctorPage);
    await forwardDraft(doctorPage);
    await expect(doctorPage.getByText(/^Amends [0-9A-Z]{16}/)).toBeVisible();
  });

  await test.step('the patient approves the amended one', async () => {
    const mail = await waitForMail(patient.actor.email, /sent you a corrected report to review/);
    await patientPage.goto(linkIn(mail));
    await expect(reportOn(patientPage)).toContainText('Amlodipine 10 mg');
    await approve(patientPage);
    await expect(patientPage.getByText('Corrects', { exact: true })).toBeVisible();
  });

  await test.step('both reports lead to each other', async () => {
    await doctorPage.goto('/doctor');
    await expect(newestReportOf(doctorPage, patient)).toContainText('Approved');
    await doctorPage.goto(`/doctor/reports/${reportId}`);
    await expect(doctorPage.getByText(/^Amended by [0-9A-Z]{16}/)).toBeVisible();
    await expect(doctorPage.getByRole('button', { name: 'Amend this report' })).toBeHidden();
  });
});

test('a report that its doctor withdraws cannot be opened nor anchored any more', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createApprovedReport({ doctor, patient });
  const { page: patientPage } = await browserOf(browser, patient);
  const { page: doctorPage } = await browserOf(browser, doctor);
  await patientPage.goto(`/patient/reports/${reportId}`);
  await expect(reportOn(patientPage)).toContainText('Amlodipine');

  await doctorPage.goto(`/doctor/reports/${reportId}`);
  await doctorPage.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = doctorPage.getByRole('dialog', { name: 'Withdraw this report?' });
  await expect(dialog).toContainText('This cannot be undone; it costs nothing.');
  await expectAccessible(doctorPage);
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(dialog.getByRole('alert')).toContainText('why');
  await dialog.getByLabel('Why?').fill(END_REASON.reason);
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(doctorPage.getByText('Withdrawn', { exact: true })).toBeVisible();

  await patientPage.goto(linkIn(await waitForMail(patient.actor.email, / took back a report$/)));
  await expect(
    patientPage.getByText(`${doctor.actor.displayName} took this report back`),
  ).toBeVisible();
  await expect(patientPage.getByText(END_REASON.reason)).toBeVisible();
  await expect(patientPage.getByText(t('sharing.sealCard.title'))).toBeHidden();
  await expect(reportOn(patientPage)).toBeHidden();
  await expectAccessible(patientPage);
});

test('a report that its doctor retracts is shown to no guest and told to who checks it', async ({
  browser,
}) => {
  const email = 'second.opinion@heart.example';
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const wallet = await bindWallet(patient);
  const reportId = await createApprovedReport({ doctor, patient });
  const { request } = await prepareAnchoring(patient.actor, reportId, [{ email, expiresAt: null }]);
  await sendFrom(wallet, request);
  await expect.poll(() => stateOf(reportId)).toBe('ANCHORED');
  const guestPage = await openSharedLink(browser, email);
  await proveMailbox(guestPage, email);
  await expect(reportOn(guestPage)).toContainText('Amlodipine');
  const saving = guestPage.waitForEvent('download');
  await guestPage.getByRole('link', { name: 'Download PDF' }).click();
  const savedCopy = await (await saving).path();

  const { page: doctorPage } = await browserOf(browser, doctor);
  await doctorPage.goto(`/doctor/reports/${reportId}`);
  await doctorPage.getByRole('button', { name: 'Retract…' }).click();
  const dialog = doctorPage.getByRole('dialog', { name: 'Retract this report?' });
  await expect(dialog).toContainText('The clinic pays for the transaction, not you.');
  await expectAccessible(doctorPage);
  await dialog.getByLabel('Why?').fill(END_REASON.reason);
  await dialog.getByRole('button', { name: 'Retract for good' }).click();
  // From now on, although the chain shows it only later.
  await expect(doctorPage.getByText('You declared it wrong.')).toBeVisible();
  await expect(doctorPage.getByText('Retracted', { exact: true })).toBeVisible();
  await expectAccessible(doctorPage);
  await expect.poll(() => stateOf(reportId)).toBe('RETRACTED');
  await doctorPage.reload();
  await expect(doctorPage.getByText('Retracted', { exact: true })).toBeVisible();
  await expect(doctorPage.getByText('You declared it wrong.')).toBeVisible();
  await waitForMail(email, /no longer valid$/);

  const { page: patientPage } = await browserOf(browser, patient);
  await patientPage.goto('/patient');
  await expect(patientPage.getByText('One of your reports is no longer valid.')).toBeVisible();
  const news = patientPage.getByRole('region', { name: 'No longer valid' });
  await news.getByRole('link').click();
  await expect(patientPage.getByText(`Reason: ${END_REASON.reason}`)).toBeVisible();
  await expect(patientPage.getByText('May read')).toBeHidden();
  await expect(viewerLine(patientPage, email)).toContainText('Can no longer read');
  await expect(patientPage.getByRole('button', { name: 'Change' })).toBeHidden();
  await expectAccessible(patientPage);
  await patientPage.getByRole('button', { name: 'I have read this' }).click();
  await expect(patientPage.getByRole('button', { name: 'I have read this' })).toBeHidden();
  await patientPage.goto('/patient');
  await expect(patientPage.getByText('No report is waiting for your decision.')).toBeVisible();

  await guestPage.reload();
  await expect(
    guestPage.getByRole('heading', { name: t('sharing.guestEnds.report-invalid.title') }),
  ).toBeVisible();
  await expect(guestPage.getByText(patient.actor.displayName)).toBeHidden();
  await guestPage.goto('/verify');
  await guestPage.getByLabel(t('reports.verifyPanel.file')).setInputFiles(savedCopy);
  await expect(guestPage.getByText(t('reports.outcomes.retracted.title'))).toBeVisible();
});

test('a draft survives a tab that is closed while typing', async ({ browser }) => {
  const doctor = await createDoctor();
  const patient = await createPatient({ name: 'Thorvald Brekke' });
  const { context, page } = await browserOf(browser, doctor);
  await beginReport(page, 'blood pressure');
  await pickPatient(page, patient);
  await page.getByLabel('Medication').fill('Ramipril 2.5 mg');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  // With a save under way the browser would ask first.
  await page.getByLabel('Remarks').fill('Half a sent');
  await page.close({ runBeforeUnload: true });

  // The last words are on their way while the tab is gone already.
  const again = await context.newPage();
  await expect(async () => {
    await again.goto('/doctor');
    await newestReportOf(again, patient).click({ timeout: 2_000 });
    await expect(again.getByLabel('Remarks')).toHaveValue('Half a sent', { timeout: 2_000 });
  }).toPass();
  await expect(again.getByRole('combobox', { name: 'Patient’s name' })).toHaveValue(
    patient.actor.displayName,
  );
  await expect(again.getByLabel('Medication')).toHaveValue('Ramipril 2.5 mg');
});

test('a tab that closes while its draft cannot be saved asks first', async ({ browser }) => {
  const { context, page } = await browserOf(browser, await createDoctor());
  await beginReport(page, 'blood pressure');
  await page.route('**/draft', (route) => route.abort());
  await page.getByLabel('Remarks').fill('Written in a tunnel');
  await expect(alertIn(page)).toContainText('The draft is not saved');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await page.unrouteAll();
  await expect(page.getByLabel('Remarks')).toHaveValue('Written in a tunnel');
  await expect(page.getByText(/^Saved/)).toBeVisible();

  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await context.close();
});

test('a draft that is open in two windows is overwritten by neither unseen', async ({
  browser,
}) => {
  const { context, page: first } = await browserOf(browser, await createDoctor());
  await beginReport(first, 'blood pressure');
  const second = await context.newPage();
  await second.goto(first.url());
  await first.getByLabel('Remarks').fill('Of the first window');
  await expect(first.getByText(/^Saved/)).toBeVisible();

  await second.getByLabel('Medication').fill('Ramipril 5 mg');
  await expect(alertIn(second)).toContainText('This draft was changed in another window');
  await second.getByRole('button', { name: 'Load the other text' }).click();
  await expect(second.getByLabel('Remarks')).toHaveValue('Of the first window');
  await expect(second.getByLabel('Medication')).toHaveValue('');

  await second.getByLabel('Medication').fill('Ramipril 10 mg');
  await expect(second.getByText(/^Saved/)).toBeVisible();
  await first.getByLabel('Remarks').fill('Of the first window again');
  await alertIn(first).getByRole('button', { name: 'Keep the text of this window' }).click();
  await expect(first.getByText(/^Saved/)).toBeVisible();
  await second.reload();
  await expect(second.getByLabel('Remarks')).toHaveValue('Of the first window again');
  await context.close();
});
