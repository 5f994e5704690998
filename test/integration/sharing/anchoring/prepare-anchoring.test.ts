import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { openMetadata, SEALED_SIZES } from '@/registry/metadata/seal-metadata';
import { readTransactionProgress } from '@/registry/calls/transaction-progress';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { openReportKey } from '@/sharing/grants/report-key';
import { resumeTransaction } from '@/sharing/anchoring/resume-transaction';
import { sentenceOf } from '../../../support/messages/sentence-of';
import { createPatient, type Person } from '../../../support/people/factories';
import {
  auditCount,
  confirm,
  patientOnChain,
  queuedLinks,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import {
  createApprovedReport,
  createForwardedReport,
  reportRow,
} from '../../../support/reports/report-factories';
import { sendFrom } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

const HASH = `0x${'ab'.repeat(32)}`;
const VIEWER = { email: 'guest@clinic.example', expiresAt: null };

let someone: PatientOnChain;
let stranger: Person;

beforeAll(async () => {
  someone = await patientOnChain();
  stranger = await createPatient();
});

function approved(): Promise<string> {
  return createApprovedReport(someone);
}

function grantsOf(reportId: string) {
  return database().grant.findMany({ where: { reportId } });
}

describe('preparing an anchoring', () => {
  it('records the transaction and the proposed viewers before the wallet is asked', async () => {
    const reportId = await approved();
    const prepared = await prepareAnchoring(someone.patient.actor, reportId, [VIEWER]);
    expect(prepared).toMatchObject({ kind: 'ADD_REPORT', sender: someone.wallet.address });
    expect(Date.parse(prepared.deadline) - Date.now()).toBeGreaterThan(59 * MINUTE_MS);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    expect(await transactionOf(prepared.transactionId)).toMatchObject({ status: 'PREPARED' });
    expect((await grantsOf(reportId)).map(({ state }) => state)).toEqual(['PROPOSED']);
    expect(await queuedLinks(reportId)).toBe(0);
    expect(await auditCount(reportId, 'report.anchoring-begun')).toBe(1);
  });

  it('encrypts the padded metadata, and writes no address in clear text', async () => {
    const reportId = await approved();
    const { transactionId, request } = await prepareAnchoring(someone.patient.actor, reportId, [
      VIEWER,
    ]);
    const { sealedMetadata } = await transactionOf(transactionId);
    expect(sealedMetadata).toHaveLength(SEALED_SIZES[0]);
    const report = await reportRow(reportId);
    const { dataKey, contentHash } = openReportKey(report);
    expect(openMetadata(dataKey, contentHash, sealedMetadata ?? new Uint8Array())).toMatchObject({
      reportName: t('templates.bloodPressure.title'),
      objectAddress: report.objectAddress,
      ownerName: someone.patient.actor.displayName,
      ownerEmail: someone.patient.actor.email,
      doctorName: someone.doctor.actor.displayName,
      doctorEmail: someone.doctor.actor.email,
    });
    const calldata = Buffer.from(request.data.slice(2), 'hex').toString('latin1');
    for (const secret of [VIEWER.email, someone.patient.actor.email, someone.doctor.actor.email]) {
      expect(calldata).not.toContain(secret);
    }
    const [grant] = await grantsOf(reportId);
    expect(Buffer.from(grant?.sealedEmail ?? []).toString('latin1')).not.toContain(VIEWER.email);
  });

  it('uses a new salt for each viewer: the same address has another tag in every report', async () => {
    const [one, other] = [await approved(), await approved()];
    await prepareAnchoring(someone.patient.actor, one, [VIEWER]);
    await prepareAnchoring(someone.patient.actor, other, [VIEWER]);
    const [a, b] = [(await grantsOf(one))[0], (await grantsOf(other))[0]];
    expect(Buffer.compare(a?.tag ?? new Uint8Array(), b?.tag ?? new Uint8Array())).not.toBe(0);
  });

  it('happens once when it is requested in several tabs at the same time', async () => {
    const reportId = await approved();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => prepareAnchoring(someone.patient.actor, reportId, [VIEWER])),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'wrong-state' });
    }
    expect(await database().chainTransaction.count({ where: { reportId } })).toBe(1);
    expect(await grantsOf(reportId)).toHaveLength(1);
  });

  it('rejects a report that is not approved, and other people’s reports', async () => {
    const waiting = await createForwardedReport(someone);
    const reportId = await approved();
    const refused = [
      [someone.patient, waiting, 'wrong-state'],
      [stranger, reportId, 'not-found'],
      [someone.doctor, reportId, 'not-found'],
      [someone.patient, crypto.randomUUID(), 'not-found'],
    ] as const;
    for (const [person, id, code] of refused) {
      await expect(prepareAnchoring(person.actor, id, [])).rejects.toMatchObject({ code });
      await expect(quoteAnchoring(person.actor, id, 1)).rejects.toMatchObject({ code });
    }
    expect(await stateOf(reportId)).toBe('APPROVED');
  });

  it('rejects a missing wallet and the patient’s own address, and writes nothing', async () => {
    const reportId = await createApprovedReport({ doctor: someone.doctor, patient: stranger });
    await expect(prepareAnchoring(stranger.actor, reportId, [])).rejects.toMatchObject({
      code: 'wallet-missing',
    });
    expect(await stateOf(reportId)).toBe('APPROVED');
    const own = await approved();
    const viewers = [VIEWER, { email: someone.patient.actor.email, expiresAt: null }];
    await expect(prepareAnchoring(someone.patient.actor, own, viewers)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { 'viewers.1.email': sentenceOf((t) => t('sharing.rejectOwnEmail.ownAddress')) },
    });
    expect(await stateOf(own)).toBe('APPROVED');
    expect(await grantsOf(own)).toHaveLength(0);
  });
});

describe('the price', () => {
  it('equals what the transaction then uses, and writes nothing', async () => {
    const reportId = await approved();
    const before = await database().chainTransaction.count();
    const quote = await quoteAnchoring(someone.patient.actor, reportId, 2);
    expect(await database().chainTransaction.count()).toBe(before);
    expect(await stateOf(reportId)).toBe('APPROVED');
    const viewers = [VIEWER, { email: 'other@clinic.example', expiresAt: null }];
    const { request } = await prepareAnchoring(someone.patient.actor, reportId, viewers);
    const receipt = await (await sendFrom(someone.wallet, request)).wait();
    // Only random bytes differ, and zero bytes cost less gas.
    expect(Math.abs(Number(receipt?.gasUsed) - quote.gas)).toBeLessThan(600);
  });
});

describe('between the wallet and the chain', () => {
  it('records a sent transaction once, for its patient only', async () => {
    const reportId = await approved();
    const { actor } = someone.patient;
    const { transactionId } = await prepareAnchoring(actor, reportId, []);
    await expect(recordTransactionSent(stranger.actor, transactionId, HASH)).rejects.toMatchObject({
      code: 'not-found',
    });
    await Promise.all([
      recordTransactionSent(actor, transactionId, HASH),
      recordTransactionSent(actor, transactionId, HASH),
    ]);
    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'SENT',
      transactionHash: HASH,
    });
    expect(await auditCount(reportId, 'report.anchoring-sent')).toBe(1);
    const another = HASH.replaceAll('a', 'c');
    await expect(recordTransactionSent(actor, transactionId, another)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(cancelTransaction(actor, transactionId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('composes the same request again after a closed tab', async () => {
    const reportId = await approved();
    const { actor } = someone.patient;
    const prepared = await prepareAnchoring(actor, reportId, [VIEWER]);
    expect(await findOpenTransaction(actor, reportId)).toEqual({
      transactionId: prepared.transactionId,
      kind: 'ADD_REPORT',
    });
    expect(await resumeTransaction(actor, prepared.transactionId)).toEqual(prepared);
    expect(await resumeTransaction(stranger.actor, prepared.transactionId)).toBeNull();
    expect(await resumeTransaction(someone.doctor.actor, prepared.transactionId)).toBeNull();
    expect(await findOpenTransaction(stranger.actor, reportId)).toBeNull();
  });

  it('approves the report again after a rejection in the wallet, so that the next attempt works', async () => {
    const reportId = await approved();
    const { actor } = someone.patient;
    const { transactionId } = await prepareAnchoring(actor, reportId, [VIEWER]);
    await expect(cancelTransaction(stranger.actor, transactionId)).rejects.toMatchObject({
      code: 'not-found',
    });
    await cancelTransaction(actor, transactionId);
    await cancelTransaction(actor, transactionId);
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await auditCount(reportId, 'report.anchoring-cancelled')).toBe(1);
    expect(await resumeTransaction(actor, transactionId)).toBeNull();

    const again = await prepareAnchoring(actor, reportId, [VIEWER]);
    await sendFrom(someone.wallet, again.request);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await queuedLinks(reportId)).toBe(1);
    expect((await grantsOf(reportId)).map(({ state }) => state).sort()).toEqual([
      'ACTIVE',
      'REMOVED',
    ]);
  });

  it('accepts a transaction that is sent after it was cancelled in another tab', async () => {
    const reportId = await approved();
    const { actor } = someone.patient;
    const { transactionId, request } = await prepareAnchoring(actor, reportId, []);
    await cancelTransaction(actor, transactionId);
    const sent = await sendFrom(someone.wallet, request);
    await recordTransactionSent(actor, transactionId, sent.hash);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    await confirm();
    expect(await readTransactionProgress(actor, transactionId)).toMatchObject({
      status: 'confirmed',
    });
  });

  it('applies the viewers of an earlier attempt when that one is mined', async () => {
    const reportId = await approved();
    const { actor } = someone.patient;
    const first = await prepareAnchoring(actor, reportId, [VIEWER]);
    await cancelTransaction(actor, first.transactionId);
    const viewers = ['second@clinic.example', 'third@clinic.example'].map((email) => ({
      email,
      expiresAt: null,
    }));
    const second = await prepareAnchoring(actor, reportId, viewers);
    await sendFrom(someone.wallet, first.request);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    const grants = await grantsOf(reportId);
    expect(grants.filter(({ state }) => state === 'ACTIVE')).toMatchObject([
      { transactionId: first.transactionId },
    ]);
    expect(grants.filter(({ state }) => state === 'REMOVED')).toHaveLength(2);
    expect(await transactionOf(second.transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'report-already-added',
    });
    expect(await queuedLinks(reportId)).toBe(1);
  });
});
