import { expect, test } from '@playwright/test';
import { readOwnNumber } from '@/accounts/people/read-own-number';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
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
  changeViewers,
  openFromMail,
  openSealingFromList,
  readCost,
  reportOn,
  scrollToPdf,
  sealNow,
  viewerLine,
} from './support/patient-steps';
import { browserOf } from './support/people';
import { sentencePattern } from '../support/messages/sentence-pattern';

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
    await beginReport(doctorPage, 'BLOOD_PRESSURE');
    await pickPatient(doctorPage, patient, `born 1990 No. ${number}`);
    const warning = doctorPage
      .getByRole('alert')
      .filter({ hasText: t('reports.namesakeWarning.title') });
    await expect(warning).toContainText(number);
    for (const [label, value] of [
      [t('reports.patientPicker.birthDate'), '25 July 1990'],
      [t('reports.patientPicker.number'), number],
      [t('reports.patientPicker.gender'), t('accounts.genders.female')],
      [t('reports.patientPicker.bloodGroup'), t('accounts.bloodGroups.A_POSITIVE')],
    ] as const) {
      const field = doctorPage.getByRole('textbox', { name: label });
      await expect(field).toHaveValue(value);
      await expect(field).not.toBeEditable();
    }
    const assessment = doctorPage.getByRole('status', {
      name: t('templates.bloodPressure.meanAndCategories'),
    });
    await writeReading(doctorPage, ['A', '120/80/7', '96.5']);
    const first = doctorPage.getByRole('group', {
      name: t('templates.bloodPressure.measurement', { letter: 'A' }),
    });
    await expect(first.getByLabel(t('templates.bloodPressure.systolic'))).toHaveValue('120/80/7');
    await first.getByLabel(t('templates.bloodPressure.pulse')).focus();
    await expect(first).toContainText(t('validation.number.severalNumbers'));
    await expect(first).toContainText(t('validation.number.hasDecimals'));
    await writeReading(doctorPage, ['A', '152', '96']);
    await writeReading(doctorPage, ['B', '146', '94']);
    await expect(assessment).toContainText(t('templates.bloodPressure.assessmentComesLater'));
    await writeReading(doctorPage, ['C', '142', '92']);
    await expect(assessment).toContainText('144/93 mmHg');
    await expect(assessment).toContainText(t('templates.bloodPressure.esh.grade-1'));
    await expect(assessment).toContainText(t('templates.bloodPressure.accAha.stage-2'));
    await doctorPage
      .getByLabel(t('templates.bloodPressure.medication'))
      .fill('Amlodipine 5 mg once a day');
    await doctorPage.getByLabel(t('reports.draftFrame.remarks')).fill('Control in three months.');
    await expectAccessible(doctorPage);
  });

  await test.step('the doctor looks at the PDF and forwards it', async () => {
    await doctorPage.getByRole('button', { name: t('reports.draftActions.preview') }).click();
    const preview = doctorPage.getByRole('dialog', { name: t('reports.previewDialog.title') });
    await expect(preview).toContainText(name);
    await expect(preview).toContainText('144/93 mmHg');
    await expectAccessible(doctorPage);
    await preview.getByRole('button', { name: t('components.theme.close') }).click();
    await doctorPage.getByRole('button', { name: t('reports.draftActions.send') }).click();
    const question = doctorPage.getByRole('dialog', { name: t('reports.draftActions.sendTitle') });
    await expect(question).toContainText(
      sentencePattern('reports.draftActions.recipient', { number, email: patient.actor.email }),
    );
    await expect(question).toContainText(t('reports.namesakeWarning.title'));
    await expectAccessible(doctorPage);
    await question.getByRole('button', { name: t('common.cancel') }).click();
    await forwardDraft(doctorPage);
    await expect(reportOn(doctorPage)).toContainText('144/93 mmHg');
    await expect(await scrollToPdf(doctorPage)).toContainText(name);
    await expectAccessible(doctorPage);
  });

  await test.step('the patient is notified, reads and approves', async () => {
    await patientPage.goto('/patient');
    const waiting = patientPage.getByRole('region', {
      name: t('components.reportStates.waitingForYou'),
    });
    await expect(waiting.getByRole('link')).toHaveCount(1);
    await expectAccessible(patientPage);
    await openFromMail(patientPage, patient.actor.email);
    await expect(reportOn(patientPage)).toContainText('144/93 mmHg');
    await expect(reportOn(patientPage)).toContainText(t('templates.bloodPressure.esh.grade-1'));
    await expectAccessible(patientPage);
    await approve(patientPage);
  });

  await test.step('the patient connects a wallet', async () => {
    await bindWallet(patientPage, PAYER.bloodPressure);
    await expectAccessible(patientPage);
  });

  await test.step('the patient adds the report to the blockchain', async () => {
    await openSealingFromList(patientPage);
    await addViewer(patientPage, {
      email: CARDIOLOGIST,
      until: t('sharing.viewersEditor.ends.week'),
    });
    await expectAccessible(patientPage);
    await patientPage.getByRole('button', { name: t('sharing.sealingSteps.next') }).click();
    await expect(
      patientPage.getByText(t('sharing.onChainData.summary', { count: 1 })),
    ).toBeVisible();
    await expect(
      patientPage.getByText(sentencePattern('sharing.onChainData.fingerprint')),
    ).toBeHidden();
    await patientPage.getByText(t('sharing.onChainData.details'), { exact: true }).click();
    await expect(
      patientPage.getByText(sentencePattern('sharing.onChainData.fingerprint')),
    ).toBeVisible();
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
    await confirmInWallet(patientPage, 'transaction');
  });

  await test.step('both lists show it as anchored', async () => {
    await expect(
      patientPage.getByText(t('components.reportStates.ANCHORED'), { exact: true }),
    ).toBeVisible({
      timeout: 30_000,
    });
    await expect(viewerLine(patientPage, CARDIOLOGIST)).toContainText(
      t('sharing.viewerLines.states.active'),
    );
    await patientPage.goto('/patient');
    const anchored = patientPage.getByRole('region', {
      name: t('components.reportStates.ANCHORED'),
    });
    await expect(anchored.getByRole('link')).toHaveCount(1);
    await doctorPage.goto('/doctor');
    await expect(newestReportOf(doctorPage, patient)).toContainText(
      t('components.reportStates.ANCHORED'),
    );
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

  await test.step('the access log shows it to the patient', async () => {
    await patientPage
      .getByRole('region', { name: t('components.reportStates.ANCHORED') })
      .getByRole('link')
      .click();
    await patientPage.getByRole('link', { name: t('app.patientReport.whoOpened') }).click();
    const log = patientPage.getByRole('region', { name: t('app.accessLog.title') });
    await expect(
      log
        .getByRole('listitem')
        .filter({ hasText: sentencePattern('sharing.accessLog.actions.guest.opened') }),
    ).toContainText(CARDIOLOGIST);
    await expectAccessible(patientPage);
  });

  await test.step('the patient takes the permission back', async () => {
    await patientPage.getByRole('link', { name: t('app.accessLog.back') }).click();
    await patientPage.getByRole('button', { name: t('sharing.viewersPanel.change') }).click();
    await patientPage.getByRole('button', { name: `Remove ${CARDIOLOGIST}` }).click();
    expect(await readCost(patientPage)).toBeGreaterThan(0);
    await expectAccessible(patientPage);
    await changeViewers(patientPage);
    await expect(walletWindow(patientPage)).toContainText('setPermissions(');
    await confirmInWallet(patientPage, 'transaction');
    await expect(viewerLine(patientPage, CARDIOLOGIST)).toContainText(
      t('sharing.viewerLines.states.removed'),
    );
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
