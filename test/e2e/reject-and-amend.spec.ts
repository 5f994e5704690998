import { expect, test } from '@playwright/test';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { stateOf } from '../support/chain/patient-on-chain';
import {
  END_REASON,
  createApprovedReport,
  createForwardedReport,
} from '../support/reports/report-factories';
import { bindWallet, sendFrom } from '../support/chain/test-chain';
import { forwardDraft, newestReportOf } from './support/doctor-steps';
import { expectAccessible } from './support/expect-accessible';
import { openSharedLink, proveMailbox } from './support/guest-steps';
import { linkIn, waitForMail } from './support/mailbox';
import { approve, reportOn, viewerLine } from './support/patient-steps';
import { browserOf } from './support/people';
import { sentencePattern } from '../support/messages/sentence-pattern';

const DECIDED = sentencePattern('reports.decidedMail.rejected.subject');

test('a rejected report is amended by its doctor and approved by its patient', async ({
  browser,
}) => {
  const doctor = await createDoctor();
  const patient = await createPatient({ name: 'Sibel Dağdelen' });
  const reportId = await createForwardedReport({ doctor, patient });
  const { page: patientPage } = await browserOf(browser, patient);
  const { page: doctorPage } = await browserOf(browser, doctor);
  const reason = 'The medication is wrong:\nI take 10 mg, not 5 mg.';

  await test.step('the patient reads of it at the bell', async () => {
    const bell = (unread: number) =>
      patientPage.getByRole('link', {
        name: t('notifications.bell.label', { unread, isMany: 'no' }),
        exact: true,
      });
    await patientPage.goto('/patient');
    await bell(1).click();
    const panel = patientPage.getByRole('dialog', { name: t('notifications.panel.title') });
    await expect(panel).toBeFocused();
    await patientPage.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(bell(1)).toBeFocused();
    await bell(1).click();
    await panel.getByRole('link', { name: doctor.actor.displayName }).click();
    await expect(patientPage).toHaveURL(`/patient/reports/${reportId}`);
    await expect(bell(0)).toBeVisible();
  });

  await test.step('the patient writes what is wrong', async () => {
    await patientPage.getByRole('button', { name: t('reports.reviewPanel.reject') }).click();
    await patientPage
      .getByRole('button', { name: t('reports.rejectForm.reject'), exact: true })
      .click();
    await expect(patientPage.getByLabel(t('reports.rejectForm.reason'))).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await expectAccessible(patientPage);
    await patientPage.getByLabel(t('reports.rejectForm.reason')).fill(reason);
    await patientPage
      .getByRole('button', { name: t('reports.rejectForm.reject'), exact: true })
      .click();
    const note = patientPage
      .getByRole('alert')
      .filter({ hasText: t('reports.endedNotice.rejectedTitle') });
    await expect(note).toContainText('I take 10 mg, not 5 mg.');
    await expectAccessible(patientPage);
  });

  await test.step('the doctor gets an e-mail and reads why', async () => {
    await doctorPage.goto(linkIn(await waitForMail(doctor.actor.email, DECIDED)));
    const why = doctorPage
      .getByRole('alert')
      .filter({ hasText: t('reports.doctorReportView.rejectionReason') });
    await expect(why).toContainText('I take 10 mg, not 5 mg.');
    await expectAccessible(doctorPage);
  });

  await test.step('the doctor amends it', async () => {
    await doctorPage.getByRole('button', { name: t('reports.amendButton.action') }).click();
    await expect(doctorPage.getByText(t('reports.draftEditor.rejectionReason'))).toBeVisible();
    await expect(
      doctorPage.getByRole('combobox', { name: t('reports.patientPicker.name') }),
    ).toHaveValue(patient.actor.displayName);
    await doctorPage
      .getByLabel(t('templates.bloodPressure.medication'))
      .fill('Amlodipine 10 mg once a day');
    await expectAccessible(doctorPage);
    await forwardDraft(doctorPage);
    await expect(
      doctorPage.getByText(
        sentencePattern('reports.doctorReportView.amends', { code: /[0-9A-Z]{16}/ }),
      ),
    ).toBeVisible();
  });

  await test.step('the patient approves the amended one', async () => {
    const mail = await waitForMail(
      patient.actor.email,
      sentencePattern('reports.forwardedMail.subjectCorrected'),
    );
    await patientPage.goto(linkIn(mail));
    await expect(reportOn(patientPage)).toContainText('Amlodipine 10 mg');
    await approve(patientPage);
    await expect(
      patientPage.getByText(t('reports.patientReportFacts.corrects'), { exact: true }),
    ).toBeVisible();
  });

  await test.step('both reports lead to each other', async () => {
    await doctorPage.goto('/doctor');
    await expect(newestReportOf(doctorPage, patient)).toContainText(
      t('components.reportStates.APPROVED'),
    );
    await doctorPage.goto(`/doctor/reports/${reportId}`);
    await expect(
      doctorPage.getByText(
        sentencePattern('reports.doctorReportView.amendedBy', { code: /[0-9A-Z]{16}/ }),
      ),
    ).toBeVisible();
    await expect(
      doctorPage.getByRole('button', { name: t('reports.amendButton.action') }),
    ).toBeHidden();
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
  await doctorPage.getByRole('button', { name: t('reports.withdrawButton.action') }).click();
  const dialog = doctorPage.getByRole('dialog', { name: t('reports.withdrawButton.title') });
  await expect(dialog).toContainText(t('reports.withdrawButton.consequence'));
  await expectAccessible(doctorPage);
  await dialog.getByRole('button', { name: t('reports.withdrawButton.action') }).click();
  await expect(dialog.getByRole('alert')).toContainText(t('reports.endReasonSchema.tooShort'));
  await dialog.getByLabel(t('reports.endReasonDialog.reason')).fill(END_REASON.reason);
  await dialog.getByRole('button', { name: t('reports.withdrawButton.action') }).click();
  await expect(
    doctorPage.getByText(t('components.reportStates.WITHDRAWN'), { exact: true }),
  ).toBeVisible();

  await patientPage.goto(
    linkIn(
      await waitForMail(
        patient.actor.email,
        sentencePattern('reports.endedMail.WITHDRAWN.subject'),
      ),
    ),
  );
  await expect(
    patientPage.getByText(
      sentencePattern('reports.endedNotice.withdrawn', { doctor: doctor.actor.displayName }),
    ),
  ).toBeVisible();
  await expect(patientPage.getByText(END_REASON.reason)).toBeVisible();
  await expect(patientPage.getByText(t('sharing.sealCard.title'))).toBeHidden();
  await expect(reportOn(patientPage)).toBeHidden();
  await expectAccessible(patientPage);
});

test('a report that its doctor retracts is shown to no guest, and is invalid at /verify', async ({
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
  await guestPage.getByRole('link', { name: t('components.originalPdf.download') }).click();
  const savedCopy = await (await saving).path();

  const { page: doctorPage } = await browserOf(browser, doctor);
  await doctorPage.goto(`/doctor/reports/${reportId}`);
  await doctorPage.getByRole('button', { name: t('reports.retractButton.action') }).click();
  const dialog = doctorPage.getByRole('dialog', { name: t('reports.retractButton.title') });
  await expect(dialog).toContainText(t('reports.retractButton.consequence'));
  await expectAccessible(doctorPage);
  await dialog.getByLabel(t('reports.endReasonDialog.reason')).fill(END_REASON.reason);
  await dialog.getByRole('button', { name: t('reports.retractButton.confirm') }).click();
  // From now on, although the chain shows it only later.
  await expect(doctorPage.getByText(t('reports.validityNotice.doctor.retracted'))).toBeVisible();
  await expect(
    doctorPage.getByText(t('components.reportStates.RETRACTED'), { exact: true }),
  ).toBeVisible();
  await expectAccessible(doctorPage);
  await expect.poll(() => stateOf(reportId)).toBe('RETRACTED');
  await doctorPage.reload();
  await expect(
    doctorPage.getByText(t('components.reportStates.RETRACTED'), { exact: true }),
  ).toBeVisible();
  await expect(doctorPage.getByText(t('reports.validityNotice.doctor.retracted'))).toBeVisible();
  await waitForMail(email, sentencePattern('sharing.guestReportEndedMail.subject'));

  const { page: patientPage } = await browserOf(browser, patient);
  await patientPage.goto('/patient');
  await expect(patientPage.getByText(t('app.patient.news', { count: 1 }))).toBeVisible();
  const news = patientPage.getByRole('region', { name: t('app.patient.noLongerValid') });
  await news.getByRole('link').click();
  await expect(
    patientPage.getByText(t('common.reasonReason', { reason: END_REASON.reason })),
  ).toBeVisible();
  await expect(patientPage.getByText(t('sharing.viewerLines.states.active'))).toBeHidden();
  await expect(viewerLine(patientPage, email)).toContainText(
    t('sharing.viewerLines.noLongerReads'),
  );
  await expect(
    patientPage.getByRole('button', { name: t('sharing.viewersPanel.change') }),
  ).toBeHidden();
  await expectAccessible(patientPage);
  await patientPage
    .getByRole('button', { name: t('reports.acknowledgeEndButton.iHaveReadThis') })
    .click();
  await expect(
    patientPage.getByRole('button', { name: t('reports.acknowledgeEndButton.iHaveReadThis') }),
  ).toBeHidden();
  await patientPage.goto('/patient');
  await expect(patientPage.getByText(t('app.patient.waiting', { count: 0 }))).toBeVisible();

  await guestPage.reload();
  await expect(
    guestPage.getByRole('heading', { name: t('sharing.guestEnds.report-invalid.title') }),
  ).toBeVisible();
  await expect(guestPage.getByText(patient.actor.displayName)).toBeHidden();
  await guestPage.goto('/verify');
  await guestPage.getByLabel(t('reports.verifyPanel.file')).setInputFiles(savedCopy);
  await expect(guestPage.getByText(t('reports.outcomes.retracted.title'))).toBeVisible();
});
