import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { amendReport } from '@/reports/drafts/amend-report';
import { discardDraft } from '@/reports/drafts/discard-draft';
import { forwardReport } from '@/reports/drafts/forward-report';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import {
  END_REASON,
  bloodPressureForm,
  createApprovedReport,
  createFilledDraft,
  createForwardedReport,
  createRejectedReport,
  reportRow,
  TIME_ZONE,
} from '../../../support/reports/report-factories';
import { bindWallet } from '../../../support/chain/test-chain';

let doctor: Person;
let otherDoctor: Person;
let patient: Person;

beforeAll(async () => {
  doctor = await createDoctor();
  otherDoctor = await createDoctor();
  patient = await createPatient();
});

function retractions(reportId: string) {
  return database().chainTransaction.findMany({ where: { reportId, kind: 'RETRACT_REPORT' } });
}

describe('amending', () => {
  it('copies a rejected report into a draft of its own, with the reason in sight', async () => {
    const rejectedId = await createRejectedReport({ doctor, patient });
    const { reportId } = await amendReport(doctor.actor, rejectedId);
    const draft = await readDoctorReport(doctor.actor, reportId);
    expect(draft).toMatchObject({
      state: 'DRAFT',
      form: { medication: bloodPressureForm().medication },
      picked: { accountId: patient.actor.accountId },
      amends: { id: rejectedId, rejectionReason: 'The medication is not mine.' },
    });
    const rejected = await readDoctorReport(doctor.actor, rejectedId);
    expect(rejected).toMatchObject({ state: 'REJECTED', amendedBy: { id: reportId } });
    const updatedAt = draft.updatedAt.toISOString();
    await forwardReport(doctor.actor, reportId, { updatedAt, timeZone: TIME_ZONE });
    expect((await reportRow(reportId)).state).toBe('FORWARDED');
  });

  it('happens once, also when pressed twice at the same moment', async () => {
    const rejectedId = await createRejectedReport({ doctor, patient });
    const results = await Promise.allSettled([
      amendReport(doctor.actor, rejectedId),
      amendReport(doctor.actor, rejectedId),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'wrong-state' });
    expect(await database().report.count({ where: { amendsId: rejectedId } })).toBe(1);
  });

  it('can begin again when its draft was discarded', async () => {
    const rejectedId = await createRejectedReport({ doctor, patient });
    const first = await amendReport(doctor.actor, rejectedId);
    await discardDraft(doctor.actor, first.reportId);
    const second = await amendReport(doctor.actor, rejectedId);
    expect(second.reportId).not.toBe(first.reportId);
  });

  it('is only for rejected reports, and only for their writer', async () => {
    const forwardedId = await createForwardedReport({ doctor, patient });
    await expect(amendReport(doctor.actor, forwardedId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    const rejectedId = await createRejectedReport({ doctor, patient });
    for (const { actor } of [otherDoctor, patient]) {
      await expect(amendReport(actor, rejectedId)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('withdrawing', () => {
  it.each([
    ['a forwarded report', createForwardedReport],
    ['an approved report', createApprovedReport],
  ])('takes %s back', async (_, create) => {
    const reportId = await create({ doctor, patient });
    await withdrawReport(doctor.actor, reportId, END_REASON);
    expect((await reportRow(reportId)).state).toBe('WITHDRAWN');
    expect(await retractions(reportId)).toEqual([]);
    const event = await database().auditEvent.findFirst({
      where: { reportId, action: 'report.withdrawn', subjectId: patient.actor.accountId },
    });
    expect(event).not.toBeNull();
  });

  it.each([
    ['could still be used', anchoringCancelled],
    ['the patient is about to use', anchoringBegun],
  ])('also retracts an attestation that %s', async (_, getAttestation) => {
    const reportId = await createApprovedReport({ doctor, patient });
    await getAttestation(reportId);
    await withdrawReport(doctor.actor, reportId, END_REASON);
    const [retraction] = await retractions(reportId);
    expect(retraction).toMatchObject({ status: 'PREPARED', replacement: null });
    const jobs = await database().outboxJob.findMany({ where: { kind: 'retract-report' } });
    expect(jobs.map(({ payload }) => payload)).toContainEqual({ transactionId: retraction?.id });
  });

  it('is refused after a decision, and for drafts', async () => {
    const rejected = await createRejectedReport({ doctor, patient });
    const { reportId: draft } = await createFilledDraft({ doctor, patient });
    for (const reportId of [rejected, draft]) {
      await expect(withdrawReport(doctor.actor, reportId, END_REASON)).rejects.toMatchObject({
        code: 'wrong-state',
      });
    }
  });

  it('is for the writer only', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const pending = await createDoctor({ status: 'PENDING' });
    for (const { actor } of [otherDoctor, patient, pending]) {
      await expect(withdrawReport(actor, reportId, END_REASON)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    expect((await reportRow(reportId)).state).toBe('FORWARDED');
  });
});

async function ensureWallet() {
  const bound = await database().wallet.count({ where: { accountId: patient.actor.accountId } });
  if (bound === 0) await bindWallet(patient);
}

/** The patient asked for an attestation. */
async function anchoringBegun(reportId: string): Promise<string> {
  await ensureWallet();
  return (await prepareAnchoring(patient.actor, reportId, [])).transactionId;
}

/** And then refused in the wallet. */
async function anchoringCancelled(reportId: string) {
  await cancelTransaction(patient.actor, await anchoringBegun(reportId));
}
