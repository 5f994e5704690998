import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { approveReport } from '@/reports/review/approve-report';
import { rejectReport } from '@/reports/review/reject-report';
import { rejectionSchema } from '@/reports/review/rejection';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import {
  END_REASON,
  createFilledDraft,
  createForwardedReport,
  reportRow,
} from '../../../support/reports/report-factories';

const REASON = { reason: 'The second reading belongs to somebody else.' };

let doctor: Person;
let patient: Person;
let stranger: Person;

beforeAll(async () => {
  doctor = await createDoctor();
  patient = await createPatient();
  stranger = await createPatient();
});

function forwarded(): Promise<string> {
  return createForwardedReport({ doctor, patient });
}

async function mailsToDoctor(reportId: string): Promise<number> {
  const jobs = await database().outboxJob.findMany({ where: { kind: 'mail-report-decided' } });
  return jobs.filter(({ payload }) => JSON.stringify(payload).includes(reportId)).length;
}

async function decisions(reportId: string) {
  return database().auditEvent.findMany({
    where: { reportId, action: { in: ['report.approved', 'report.rejected'] } },
  });
}

describe('approving', () => {
  it('moves the report, leaves a trace and queues the doctor’s mail', async () => {
    const reportId = await forwarded();
    await approveReport(patient.actor, reportId);
    const report = await reportRow(reportId);
    expect(report.state).toBe('APPROVED');
    expect(report.decidedAt).toBeInstanceOf(Date);
    expect(await decisions(reportId)).toMatchObject([
      { action: 'report.approved', actorId: patient.actor.accountId },
    ]);
    expect(await mailsToDoctor(reportId)).toBe(1);
  });

  it('happens once when pressed twice at the same moment', async () => {
    const reportId = await forwarded();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => approveReport(patient.actor, reportId)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await decisions(reportId)).toHaveLength(1);
    expect(await mailsToDoctor(reportId)).toBe(1);
  });

  it('and rejecting at the same moment: one of them counts', async () => {
    const reportId = await forwarded();
    const results = await Promise.allSettled([
      approveReport(patient.actor, reportId),
      rejectReport(patient.actor, reportId, REASON),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await decisions(reportId)).toHaveLength(1);
  });

  it('is refused once the doctor has withdrawn the report', async () => {
    const reportId = await forwarded();
    await withdrawReport(doctor.actor, reportId, END_REASON);
    await expect(approveReport(patient.actor, reportId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await mailsToDoctor(reportId)).toBe(0);
  });
});

describe('rejecting', () => {
  it('keeps the reason for the doctor, out of the trail and the queue', async () => {
    const reportId = await forwarded();
    await rejectReport(patient.actor, reportId, REASON);
    const report = await reportRow(reportId);
    expect(report.state).toBe('REJECTED');
    expect(report.staged?.rejectionReason).toBe(REASON.reason);
    const traces = await decisions(reportId);
    expect(traces).toMatchObject([{ action: 'report.rejected' }]);
    expect(JSON.stringify(traces[0]?.details)).not.toContain('second reading');
    expect(await mailsToDoctor(reportId)).toBe(1);
  });

  it('cannot be taken back by approving', async () => {
    const reportId = await forwarded();
    await rejectReport(patient.actor, reportId, REASON);
    await expect(approveReport(patient.actor, reportId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect((await reportRow(reportId)).state).toBe('REJECTED');
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' '.repeat(40)],
    ['nine characters', '123456789'],
    ['more than a thousand', 'x'.repeat(1001)],
  ])('wants a reason: %s is none', (_, reason) => {
    expect(rejectionSchema.safeParse({ reason }).success).toBe(false);
  });

  it.each([10, 1000])('takes a reason of %d characters', (length) => {
    expect(rejectionSchema.safeParse({ reason: 'x'.repeat(length) }).success).toBe(true);
  });
});

describe('deciding about a report that is not one’s own', () => {
  it.each([
    ['another patient', () => stranger],
    ['its own doctor', () => doctor],
  ])('finds nothing as %s', async (_, who) => {
    const reportId = await forwarded();
    const { actor } = who();
    await expect(approveReport(actor, reportId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(rejectReport(actor, reportId, REASON)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await reportRow(reportId)).state).toBe('FORWARDED');
    expect(await decisions(reportId)).toHaveLength(0);
  });

  it('answers the same for a report that does not exist', async () => {
    const nowhere = '019a0000-0000-7000-8000-000000000000';
    await expect(approveReport(patient.actor, nowhere)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('finds no draft, even one that names this patient', async () => {
    const { reportId } = await createFilledDraft({ doctor, patient });
    await expect(approveReport(patient.actor, reportId)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await reportRow(reportId)).state).toBe('DRAFT');
  });

  it('finds nothing as a suspended patient', async () => {
    const reportId = await forwarded();
    const suspended = { ...patient.actor, status: 'SUSPENDED' as const };
    await expect(approveReport(suspended, reportId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
