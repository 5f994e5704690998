import { expect, test } from '@playwright/test';
import { DAY_MS } from '@/platform/time/durations';
import { onClock, toLocalInput } from '@/platform/time/local-moment';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { reportRow } from '../support/reports/report-factories';
import { bindWallet, confirmInWallet, PAYER } from './support/demo-wallet-steps';
import {
  beginReport,
  fillCovid19,
  forwardDraft,
  newestReportOf,
  pickPatient,
} from './support/doctor-steps';
import { expectAccessible } from './support/expect-accessible';
import { expectAnswers, openSharedLink, proveMailbox } from './support/guest-steps';
import { holdTransactions, releaseTransactions } from './support/held-transaction';
import { logIn } from './support/log-in-steps';
import {
  addViewer,
  approve,
  changeViewers,
  expectAnchored,
  goToPrice,
  missNoState,
  openFromMail,
  openSealingFromList,
  readCost,
  reportOn,
  scrollToPdf,
  sealNow,
  viewerLine,
} from './support/patient-steps';
import { browserOf, PHONE } from './support/people';
import { sentencePattern } from '../support/messages/sentence-pattern';

const TRAVEL_CLINIC = 'desk@travel-clinic.example';
const EMPLOYER = 'occupational.health@employer.example';

test('a COVID-19 report, from the doctor’s form to two guests’ screens', async ({ browser }) => {
  const name = 'Ελένη Παπαδοπούλου';
  const doctor = await createDoctor({ name: 'Dr. Andreas Georgiou' });
  const patient = await createPatient({ name, birthDate: '1959-01-30' });
  const { page: doctorPage } = await browserOf(browser, doctor, {
    timezoneId: 'Asia/Nicosia',
  });
  const patientPage = await (await browser.newContext(PHONE)).newPage();

  const reportId = await test.step('the doctor writes, looks and forwards', async () => {
    await beginReport(doctorPage, 'COVID_19');
    await pickPatient(doctorPage, patient);
    await expect(
      doctorPage.getByRole('textbox', { name: t('reports.patientPicker.birthDate') }),
    ).toHaveValue('30 January 1959');
    const collected = doctorPage.getByLabel(t('templates.fields.collectedAt'));
    await collected.fill('2025-03-30T03:30');
    await expect(doctorPage.getByText(t('components.momentInput.nonexistent'))).toBeVisible();
    await collected.fill('2025-10-26T03:30');
    const twice = doctorPage.getByRole('radiogroup', {
      name: t('components.momentInput.ambiguous'),
    });
    await twice
      .getByRole('radio', { name: t('components.momentInput.secondTime', { offset: 'UTC+02:00' }) })
      .check();
    await expectAccessible(doctorPage);
    await fillCovid19(doctorPage);
    await expect(twice).toBeHidden();
    await doctorPage
      .getByLabel(t('templates.covid19.identityDocument'))
      .selectOption(t('templates.fields.identity.passport'));
    await doctorPage.getByLabel(t('templates.covid19.identityNumber')).fill('k00123456');
    await expectAccessible(doctorPage);
    await doctorPage.getByRole('button', { name: t('reports.draftActions.preview') }).click();
    const preview = doctorPage.getByRole('dialog', { name: t('reports.previewDialog.title') });
    await expect(preview).toContainText(name);
    await expect(preview).toContainText(t('templates.covid19.specimen.nasopharyngeal-swab'));
    await expect(preview).toContainText('K00123456');
    await expect(preview).not.toContainText(patient.actor.email);
    await preview.getByRole('button', { name: t('components.theme.close') }).click();
    return forwardDraft(doctorPage);
  });

  await test.step('the patient follows the mail, logs in, reads and approves', async () => {
    await openFromMail(patientPage, patient.actor.email);
    await logIn(patientPage, patient);
    await expect(reportOn(patientPage)).toContainText(t('templates.covid19.result.not-detected'));
    await approve(patientPage);
  });

  await test.step('the patient adds the report and watches every step', async () => {
    await patientPage.getByRole('link', { name: t('sharing.sealCard.connectWallet') }).click();
    await bindWallet(patientPage, PAYER.covid19);
    await openSealingFromList(patientPage);
    await addViewer(patientPage, {
      email: TRAVEL_CLINIC,
      until: t('sharing.viewersEditor.ends.week'),
    });
    await goToPrice(patientPage);
    expect(await readCost(patientPage)).toBeGreaterThan(0);

    await holdTransactions(patientPage);
    await missNoState(patientPage);
    await sealNow(patientPage);
    await confirmInWallet(patientPage, 'transaction');
    const said = patientPage.getByRole('status');
    await expect(said.getByText(t('registry.transactionSteps.waitsForBlock'))).toBeVisible();
    await expect(
      patientPage.getByText(
        t('registry.transactionSteps.confirmations', { confirmations: 0, required: 2 }),
      ),
    ).toBeVisible();
    await expectAccessible(patientPage);
    await releaseTransactions(PAYER.covid19);
    await expect(
      said.getByText(sentencePattern('registry.transactionSteps.isInBlock', { required: 2 })),
    ).toBeVisible();
    await expect(
      patientPage.getByText(t('registry.transactionSteps.done'), { exact: true }),
    ).toBeVisible();
    await expectAnchored(patientPage);
    await patientPage.unrouteAll({ behavior: 'ignoreErrors' });
    await expect(viewerLine(patientPage, TRAVEL_CLINIC)).toContainText(
      t('sharing.viewerLines.states.active'),
    );
    await expectAccessible(patientPage);
  });

  await test.step('the doctor sees it as anchored, of which no copy is staged any more', async () => {
    expect(await reportRow(reportId)).toMatchObject({ state: 'ANCHORED' });
    // As soon as the block is final, a few blocks later.
    await expect.poll(async () => (await reportRow(reportId)).staged).toBeNull();
    await doctorPage.goto('/doctor');
    await expect(newestReportOf(doctorPage, patient)).toContainText(
      t('components.reportStates.ANCHORED'),
    );
    await newestReportOf(doctorPage, patient).click();
    await expect(doctorPage.getByText(t('reports.sealLine.stillValid'))).toBeVisible();
    await expectAccessible(doctorPage);
  });

  const clinicPage = await openSharedLink(browser, TRAVEL_CLINIC);
  await test.step('the first guest reads it', async () => {
    await proveMailbox(clinicPage, TRAVEL_CLINIC);
    await expectAnswers(clinicPage, doctor.actor.displayName);
    await expect(reportOn(clinicPage)).toContainText(t('templates.covid19.result.not-detected'));
    await expect(await scrollToPdf(clinicPage)).toContainText(
      t('templates.covid19.result.not-detected'),
    );
  });

  await test.step('the patient gives a new end and adds a viewer', async () => {
    const end = toLocalInput(onClock(new Date(Date.now() + 2 * DAY_MS).toISOString()));
    await patientPage.getByRole('button', { name: t('sharing.viewersPanel.change') }).click();
    await patientPage
      .getByRole('button', { name: t('sharing.viewerRow.changeEnd', { email: TRAVEL_CLINIC }) })
      .click();
    await patientPage.getByLabel(t('sharing.viewersEditor.dateLabel'), { exact: true }).fill(end);
    await addViewer(patientPage, {
      email: TRAVEL_CLINIC,
      until: t('sharing.viewersEditor.ends.date'),
    });
    await addViewer(patientPage, { email: EMPLOYER, until: t('sharing.viewersEditor.ends.never') });
    expect(await readCost(patientPage)).toBeGreaterThan(0);
    await changeViewers(patientPage);
    await confirmInWallet(patientPage, 'transaction');
    const clinic = viewerLine(patientPage, TRAVEL_CLINIC);
    const employer = viewerLine(patientPage, EMPLOYER);
    await expect(employer).toContainText(t('sharing.viewerLines.states.active'));
    await expect(employer).toContainText(t('sharing.viewerLines.untilStopped'));
    await expect(clinic).toContainText(t('sharing.viewerLines.states.active'));
    await expect(clinic.getByRole('time').first()).toHaveAttribute(
      'datetime',
      new Date(end).toISOString(),
    );
  });

  const employerPage = await openSharedLink(browser, EMPLOYER);
  await test.step('the second guest reads it, too', async () => {
    await proveMailbox(employerPage, EMPLOYER);
    await expectAnswers(employerPage, doctor.actor.displayName);
    await expect(employerPage.getByText(t('sharing.reportView.sharedUntilRevoked'))).toBeVisible();
  });

  await test.step('the patient takes one permission back, and only that one', async () => {
    await patientPage.getByRole('button', { name: t('sharing.viewersPanel.change') }).click();
    await patientPage
      .getByRole('button', { name: t('sharing.viewerRow.remove', { email: TRAVEL_CLINIC }) })
      .click();
    await changeViewers(patientPage);
    await confirmInWallet(patientPage, 'transaction');
    await expect(viewerLine(patientPage, TRAVEL_CLINIC)).toContainText(
      t('sharing.viewerLines.states.removed'),
    );
    await clinicPage.reload();
    const taken = clinicPage.getByRole('heading', {
      name: t('sharing.guestEnds.grant-removed.title'),
    });
    await expect(taken).toBeVisible();
    await expect(clinicPage.getByText(name)).toBeHidden();
    await employerPage.reload();
    await expectAnswers(employerPage, doctor.actor.displayName);
  });

  await test.step('the access log names both guests', async () => {
    await patientPage.getByRole('link', { name: t('app.patientReport.whoOpened') }).click();
    const log = patientPage.getByRole('region', { name: t('app.accessLog.title') });
    const looks = log
      .getByRole('listitem')
      .filter({ hasText: sentencePattern('sharing.accessLog.actions.guest.opened') });
    await expect(looks.filter({ hasText: TRAVEL_CLINIC })).toHaveCount(1);
    await expect(looks.filter({ hasText: EMPLOYER })).toHaveCount(2);
  });
});
