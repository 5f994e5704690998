import { beforeAll, describe, expect, it } from 'vitest';
import { rejectReport } from '@/reports/reject-report';
import { withdrawReport } from '@/reports/withdraw-report';
import { createDoctor, createPatient, type Person } from '../../support/factories';
import { deliverMailsTo } from '../../support/mail';
import { createForwardedReport, reportRow } from '../../support/report-factories';

let doctor: Person;

beforeAll(async () => {
  doctor = await createDoctor({ name: 'Dr. Maria Georgiou', clinic: 'Kyrenia Heart Centre' });
});

const reason = 'My blood pressure was taken on another day.';

describe('the mails of a report', () => {
  it('tells the patient that a report waits, once, and nothing else', async () => {
    const patient = await createPatient({ name: 'Ayşe Yılmaz' });
    const reportId = await createForwardedReport({ doctor, patient, template: 'COVID_19' });
    const [mail, ...more] = await deliverMailsTo(patient.actor.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('A report waits for you');
    const words = `${mail?.subject ?? ''} ${mail?.text ?? ''} ${mail?.html ?? ''}`;
    expect(words).toContain(`/patient/reports/${reportId}`);
    expect(words).not.toMatch(/Ayşe|Yılmaz|Georgiou|Kyrenia|covid|blood|1984/i);
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
  });

  it('tells the doctor that a decision was made, not which and not why', async () => {
    const patient = await createPatient({ name: 'Ayşe Yılmaz' });
    const reportId = await createForwardedReport({ doctor, patient });
    await rejectReport(patient.actor, reportId, { reason });
    const { code } = await reportRow(reportId);
    const mails = await deliverMailsTo(doctor.actor.email);
    const mail = mails.find(({ subject }) => subject.includes(code));
    const words = `${mail?.text ?? ''} ${mail?.html ?? ''}`;
    expect(words).toContain(`/doctor/reports/${reportId}`);
    expect(words).not.toMatch(/Ayşe|Yılmaz|another day|blood/i);
  });

  it('is not sent for a report that was withdrawn while the mail waited', async () => {
    const patient = await createPatient();
    const reportId = await createForwardedReport({ doctor, patient });
    await withdrawReport(doctor.actor, reportId);
    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
  });
});
