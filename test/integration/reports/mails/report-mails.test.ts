import { beforeAll, describe, expect, it } from 'vitest';
import { approveReport } from '@/reports/review/approve-report';
import { amendReport } from '@/reports/drafts/amend-report';
import { forwardReport } from '@/reports/drafts/forward-report';
import { rejectReport } from '@/reports/review/reject-report';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { deliverMailsTo, type ReceivedMail } from '../../../support/people/mail';
import {
  createForwardedReport,
  createRejectedReport,
  END_REASON,
  reportRow,
  TIME_ZONE,
} from '../../../support/reports/report-factories';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

let doctor: Person;

beforeAll(async () => {
  doctor = await createDoctor({ name: 'Dr. Maria Georgiou', clinic: 'Kyrenia Practice' });
});

const reason = 'My blood pressure was taken on another day.';

/** Kinds of report, what they are about, what people wrote, and facts of the person. */
const MEDICAL = /covid|blood|pressure|mmhg|detected|another day|amlodipine|1984/i;

function wordsOf(mail: ReceivedMail | undefined): string {
  return `${mail?.subject ?? ''} ${mail?.text ?? ''} ${mail?.html ?? ''}`;
}

/** The mail to the doctor about one report. */
async function mailAbout(reportId: string): Promise<ReceivedMail | undefined> {
  const { code } = await reportRow(reportId);
  const mails = await deliverMailsTo(doctor.actor.email);
  return mails.find(({ subject }) => subject.includes(code));
}

describe('the mails of a report', () => {
  it('names doctor and clinic to the patient, once, and nothing medical', async () => {
    const patient = await createPatient({ name: 'Ayşe Yılmaz' });
    const reportId = await createForwardedReport({ doctor, patient, template: 'COVID_19' });
    const [mail, ...more] = await deliverMailsTo(patient.actor.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(
      t('reports.forwardedMail.subject', { doctor: 'Dr. Maria Georgiou, Kyrenia Practice' }),
    );
    expect(wordsOf(mail)).toContain(`/patient/reports/${reportId}`);
    expect(mail?.text).toMatch(t('platform.renderMail.whyQuestion'));
    expect(mail?.text).toMatch(t('platform.renderMail.realQuestion'));
    expect(wordsOf(mail)).not.toMatch(MEDICAL);
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
  });

  it('names to the doctor who rejected, not why', async () => {
    const patient = await createPatient({ name: 'Ayşe Yılmaz' });
    const reportId = await createForwardedReport({ doctor, patient });
    await rejectReport(patient.actor, reportId, { reason });
    const mail = await mailAbout(reportId);
    const { code } = await reportRow(reportId);
    expect(mail?.subject).toBe(
      t('reports.decidedMail.rejected.subject', { patient: 'Ayşe Yılmaz', code }),
    );
    expect(wordsOf(mail)).toContain(`/doctor/reports/${reportId}`);
    expect(wordsOf(mail)).not.toMatch(MEDICAL);
  });

  it('names to the doctor who approved', async () => {
    const patient = await createPatient({ name: 'Ayşe Yılmaz' });
    const reportId = await createForwardedReport({ doctor, patient });
    await approveReport(patient.actor, reportId);
    const mail = await mailAbout(reportId);
    expect(mail?.subject).toMatch(
      sentencePattern('reports.decidedMail.approved.subject', { patient: 'Ayşe Yılmaz' }),
    );
    expect(wordsOf(mail)).not.toMatch(MEDICAL);
  });

  it('announce only the withdrawal when a report was withdrawn while the mail waited', async () => {
    const patient = await createPatient();
    const reportId = await createForwardedReport({ doctor, patient });
    await withdrawReport(doctor.actor, reportId, END_REASON);
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      t('reports.endedMail.WITHDRAWN.subject', { doctor: 'Dr. Maria Georgiou, Kyrenia Practice' }),
    ]);
    expect(wordsOf(mails[0])).not.toMatch(/another patient/i);
    expect(wordsOf(mails[0])).not.toMatch(MEDICAL);
  });

  it('state that a report is a correction', async () => {
    const patient = await createPatient();
    const reportId = await createRejectedReport({ doctor, patient });
    const draft = await amendReport(doctor.actor, reportId);
    const { updatedAt } = await reportRow(draft.reportId);
    await forwardReport(doctor.actor, draft.reportId, {
      updatedAt: updatedAt.toISOString(),
      timeZone: TIME_ZONE,
    });
    const subjects = (await deliverMailsTo(patient.actor.email)).map(({ subject }) => subject);
    expect(subjects).toContain(
      t('reports.forwardedMail.subjectCorrected', {
        doctor: 'Dr. Maria Georgiou, Kyrenia Practice',
      }),
    );
  });
});
