import { expect, test } from '@playwright/test';
import { readOwnNumber } from '@/accounts/people/read-own-number';
import { t } from '../support/english';
import { createDoctor, createPatient } from '../support/factories';
import { bindWallet, confirmInWallet, PAYER, walletWindow } from './support/demo-wallet-steps';
import {
  beginReport,
  forwardDraft,
  newestReportOf,
  pickPatient,
  writeReading,
} from './support/doctor-steps';
import { expectAccessible } from './support/expect-accessible';
import { expectAnswers, openSharedLink, proveMailbox } from './support/guest-steps';
import { logIn } from './support/log-in-steps';
import {
  addViewer,
  approve,
  openFromMail,
  openSealing,
  readCost,
  reportOn,
  scrollToPdf,
  sealNow,
  viewerLine,
} from './support/patient-steps';
import { browserOf } from './support/people';

const CARDIOLOGIST = 'cardiologist@heart.example';

test('a blood-pressure report, from the doctor’s form to the guest’s screen and away again', async ({
  browser,
}) => {
  const name = 'Gülşah Işıkoğlu';
  const doctor = await createDoctor({ name: 'Dr. Selin Aksoy' });
  const patient = await createPatient({ name, birthDate: '1990-07-25', gender: 'female' });
  // A namesake, born the same day.
  await createPatient({ name, birthDate: '1990-07-25' });
  const number = (await readOwnNumber(patient.actor)) ?? '';
  const doctorPage = await (await browser.newContext()).newPage();
  const { page: patientPage } = await browserOf(browser, patient);

  await test.step('the doctor logs in and writes', async () => {
    await doctorPage.goto('/doctor');
    await logIn(doctorPage, doctor);
    await beginReport(doctorPage, 'blood pressure');
    await pickPatient(doctorPage, patient, `born 1990 No. ${number}`);
    const warning = doctorPage
      .getByRole('alert')
      .filter({ hasText: 'this name and year of birth' });
    await expect(warning).toContainText(number);
    for (const [label, value] of [
      ['Date of birth', '25 July 1990'],
      ['Patient number', number],
      ['Gender', 'Female'],
      ['Blood group', 'A+'],
    ] as const) {
      const field = doctorPage.getByRole('textbox', { name: label });
      await expect(field).toHaveValue(value);
      await expect(field).not.toBeEditable();
    }
    const assessment = doctorPage.getByRole('status', { name: 'Mean and categories' });
    await writeReading(doctorPage, ['A', '120/80/7', '96.5']);
    const first = doctorPage.getByRole('group', { name: 'Measurement A' });
    await expect(first.getByLabel('Systolic')).toHaveValue('120/80/7');
    await first.getByLabel('Pulse').focus();
    await expect(first).toContainText('Type one number here.');
    await expect(first).toContainText('without decimals');
    await writeReading(doctorPage, ['A', '152', '96']);
    await writeReading(doctorPage, ['B', '146', '94']);
    await expect(assessment).toContainText('when all three measurements are filled in');
    await writeReading(doctorPage, ['C', '142', '92']);
    await expect(assessment).toContainText('144/93 mmHg');
    await expect(assessment).toContainText('Grade 1 hypertension');
    await expect(assessment).toContainText('Stage 2');
    await doctorPage.getByLabel('Medication').fill('Amlodipine 5 mg once a day');
    await doctorPage.getByLabel('Remarks').fill('Control in three months.');
    await expectAccessible(doctorPage);
  });

  await test.step('the doctor looks at the PDF and forwards it', async () => {
    await doctorPage.getByRole('button', { name: 'Preview PDF' }).click();
    const preview = doctorPage.getByRole('dialog', { name: 'Preview' });
    await expect(preview).toContainText(name);
    await expect(preview).toContainText('144/93 mmHg');
    await expectAccessible(doctorPage);
    await preview.getByRole('button', { name: 'Close' }).click();
    await doctorPage.getByRole('button', { name: 'Send…' }).click();
    const question = doctorPage.getByRole('dialog', { name: t('reports.draftActions.sendTitle') });
    await expect(question).toContainText(`patient number ${number}, ${patient.actor.email}`);
    await expect(question).toContainText('Another patient has this name and year of birth');
    await expectAccessible(doctorPage);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await forwardDraft(doctorPage);
    await expect(reportOn(doctorPage)).toContainText('144/93 mmHg');
    await expect(await scrollToPdf(doctorPage)).toContainText(name);
    await expectAccessible(doctorPage);
  });

  await test.step('the patient is told, reads and approves', async () => {
    await patientPage.goto('/patient');
    const waiting = patientPage.getByRole('region', { name: 'Waiting for you' });
    await expect(waiting.getByRole('link')).toHaveCount(1);
    await expectAccessible(patientPage);
    await openFromMail(patientPage, patient.actor.email);
    await expect(reportOn(patientPage)).toContainText('144/93 mmHg');
    await expect(reportOn(patientPage)).toContainText('Grade 1 hypertension');
    await expectAccessible(patientPage);
    await approve(patientPage);
  });

  await test.step('the patient connects a wallet', async () => {
    await bindWallet(patientPage, PAYER.bloodPressure);
    await expectAccessible(patientPage);
  });

  await test.step('the patient adds the report to the blockchain', async () => {
    await patientPage.goto('/patient');
    await patientPage.getByRole('region', { name: 'Approved' }).getByRole('link').click();
    await openSealing(patientPage);
    await addViewer(patientPage, { email: CARDIOLOGIST, until: '7 days' });
    await expectAccessible(patientPage);
    await patientPage.getByRole('button', { name: 'Next' }).click();
    await expect(patientPage.getByText('Nobody can read your report from them.')).toBeVisible();
    await expect(patientPage.getByText('A fingerprint of the PDF')).toBeHidden();
    await patientPage.getByText('Details', { exact: true }).click();
    await expect(patientPage.getByText('A fingerprint of the PDF')).toBeVisible();
    await expectAccessible(patientPage);
    await patientPage.getByRole('button', { name: t('sharing.sealingSteps.understood') }).click();
    const shown = await readCost(patientPage);
    await expectAccessible(patientPage);

    await sealNow(patientPage);
    const asked = walletWindow(patientPage);
    await expect(asked).toContainText('addReport(');
    await expect(asked).toContainText(/Estimated fee\s*0\.\d+ ETH/);
    const fee = Number(/Estimated fee\s*([\d.]+) ETH/.exec(await asked.innerText())?.[1]);
    expect(fee / shown).toBeGreaterThan(0.5);
    expect(fee / shown).toBeLessThan(2);
    await expectAccessible(patientPage);
    await confirmInWallet(patientPage, 'confirm a transaction');
  });

  await test.step('everybody’s list shows it as anchored', async () => {
    await expect(patientPage.getByText('On the blockchain', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await expect(viewerLine(patientPage, CARDIOLOGIST)).toContainText('May read');
    await patientPage.goto('/patient');
    const anchored = patientPage.getByRole('region', { name: 'On the blockchain' });
    await expect(anchored.getByRole('link')).toHaveCount(1);
    await doctorPage.goto('/doctor');
    await expect(newestReportOf(doctorPage, patient)).toContainText('On the blockchain');
  });

  const guestPage = await openSharedLink(browser, CARDIOLOGIST);
  await test.step('the guest proves the mailbox and reads', async () => {
    await expectAccessible(guestPage);
    await proveMailbox(guestPage, CARDIOLOGIST);
    await expectAnswers(guestPage, doctor.actor.displayName);
    await expect(reportOn(guestPage)).toContainText('144/93 mmHg');
    await expect(await scrollToPdf(guestPage)).toContainText('144/93 mmHg');
    await expectAccessible(guestPage);
  });

  await test.step('the access log tells the patient of it', async () => {
    await patientPage.getByRole('region', { name: 'On the blockchain' }).getByRole('link').click();
    await patientPage.getByRole('link', { name: t('app.patientReport.whoOpened') }).click();
    const log = patientPage.getByRole('region', { name: 'Access log' });
    await expect(
      log.getByRole('listitem').filter({ hasText: 'read the report and its proof' }),
    ).toContainText(CARDIOLOGIST);
    await expectAccessible(patientPage);
  });

  await test.step('the patient takes the permission back', async () => {
    await patientPage.getByRole('link', { name: 'The report' }).click();
    await patientPage.getByRole('button', { name: 'Change' }).click();
    await patientPage.getByRole('button', { name: `Remove ${CARDIOLOGIST}` }).click();
    expect(await readCost(patientPage)).toBeGreaterThan(0);
    await expectAccessible(patientPage);
    await patientPage.getByRole('button', { name: t('sharing.permissionChange.confirm') }).click();
    await expect(walletWindow(patientPage)).toContainText('setPermissions(');
    await confirmInWallet(patientPage, 'confirm a transaction');
    await expect(viewerLine(patientPage, CARDIOLOGIST)).toContainText('Removed');
  });

  await test.step('the guest sees nothing any more', async () => {
    await guestPage.reload();
    await expect(
      guestPage.getByRole('heading', { name: t('sharing.guestEnds.grant-removed.title') }),
    ).toBeVisible();
    await expect(guestPage.getByText(name)).toBeHidden();
    await expect(reportOn(guestPage)).toBeHidden();
    await expectAccessible(guestPage);
  });
});
