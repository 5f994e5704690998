import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HOUR_MS } from '@/platform/time/durations';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { jobHandlers } from '../../../../src/worker/job-handlers';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { encodeRetractReport } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { readReport } from '@/registry/contract/read-report';
import { sendRetraction } from '@/registry/calls/send-retraction';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { readReportView } from '@/registry/contract/read-report-view';
import { permissionWords } from '@/sharing/grants/permission-words';
import {
  auditCount,
  confirm,
  indexOf,
  patientOnChain,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { chain, mine, setBalance, withoutAutomine } from '../../../support/chain/test-chain';
import { settleAsDropped } from '../../../support/chain/settle-as-dropped';
import { deliverMailsTo } from '../../../support/people/mail';
import { END_REASON, reportRow } from '../../../support/reports/report-factories';
import { t } from '../../../support/messages/english';

const PLENTY = 10n ** 20n;
const issuer = issuerWallet().address;

let someone: PatientOnChain;

beforeAll(async () => {
  someone = await patientOnChain();
});

const sentByIssuer = () => chain().getTransactionCount(issuer, 'pending');

async function retractionOf(reportId: string) {
  return database().chainTransaction.findFirstOrThrow({
    where: { reportId, kind: 'RETRACT_REPORT' },
    orderBy: { createdAt: 'desc' },
  });
}

/** Everything that is due, mails too. */
async function runQueue(): Promise<void> {
  while ((await runDueJobs(jobHandlers)) > 0) continue;
}

/** An anchored report whose doctor has asked for its retraction. */
async function asked(replacementId: string | null = null) {
  const report = await someone.anchor(['guest@example.org']);
  await requestRetraction(someone.doctor.actor, report.reportId, { ...END_REASON, replacementId });
  return { ...report, transactionId: (await retractionOf(report.reportId)).id };
}

describe('a retraction', () => {
  it('is sent by the issuer, ends every permission at once, and is confirmed by the follower', async () => {
    const report = await asked();
    const index = await indexOf(report);
    const [grant] = await database().grant.findMany({ where: { reportId: report.reportId } });
    const words = permissionWords.parse(index?.permissions);
    const permitted = async () => {
      const tag = grant?.tag ?? new Uint8Array();
      return (await readReportView(report.contentHash, words, tag)).permitted;
    };
    expect(await permitted()).toBe(true);

    await runQueue();
    expect(await permitted()).toBe(false);
    expect(await stateOf(report.reportId)).toBe('ANCHORED');
    await confirm();
    expect(await stateOf(report.reportId)).toBe('RETRACTED');
    expect(await transactionOf(report.transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await indexOf(report)).toMatchObject({ status: 3, replacement: null });
    expect(await auditCount(report.reportId, 'report.retracted')).toBe(1);
  });

  it('is reported to the doctor when the chain has confirmed it, once, and not before', async () => {
    const { reportId } = await asked();
    const { code } = await reportRow(reportId);
    const mails = async () => {
      const all = await deliverMailsTo(someone.doctor.actor.email);
      return all.filter(({ subject }) => subject.includes(code));
    };
    await runQueue();
    expect(await mails()).toEqual([]);
    await confirm();
    await confirm();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    const patient = someone.patient.actor.displayName;
    expect(mail?.subject).toBe(
      t('reports.retractionConfirmedMail.subjectRetracted', { code, patient }),
    );
    expect(mail?.text).toContain(t('reports.retractionConfirmedMail.requested'));
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/pressure|covid|another patient/i);
  });

  it('that was not requested here is reported to the doctor as such', async () => {
    const { reportId, contentHash } = await someone.anchor();
    const { to, data } = encodeRetractReport(contentHash, null);
    await issuerWallet().connect(chain()).sendTransaction({ to, data });
    await confirm();
    const { code } = await reportRow(reportId);
    const all = await deliverMailsTo(someone.doctor.actor.email);
    const mail = all.find(({ subject }) => subject.includes(code));
    expect(mail?.text).toContain(t('reports.retractionConfirmedMail.notRequested'));
  });

  it('that was written or altered in the database is not sent', async () => {
    const [{ reportId, transactionId, contentHash }, other] = [
      await asked(),
      await someone.anchor(),
    ];
    const alert = vi.spyOn(log(), 'error').mockReturnValue();
    const where = { id: transactionId };
    const { mac } = await database().chainTransaction.findUniqueOrThrow({ where });
    const before = await sentByIssuer();
    const forgeries = [
      { mac: null },
      { mac: new Uint8Array(32) },
      { replacement: other.contentHash },
      { reportId: other.reportId },
    ];
    for (const forgery of forgeries) {
      await database().chainTransaction.update({ where, data: forgery });
      await sendRetraction({ transactionId });
      await database().chainTransaction.update({
        where,
        data: { mac, replacement: null, reportId },
      });
    }
    const ofReport = (hash: Uint8Array<ArrayBuffer>) =>
      database().report.update({ where: { id: reportId }, data: { contentHash: hash } });
    await ofReport(new Uint8Array(32).fill(7));
    await sendRetraction({ transactionId });
    await ofReport(contentHash);
    expect(await sentByIssuer()).toBe(before);
    expect(alert).toHaveBeenCalledTimes(forgeries.length + 1);
    await sendRetraction({ transactionId });
    expect(await sentByIssuer()).toBe(before + 1);
  });

  it('names the report to read instead', async () => {
    const newer = await someone.anchor();
    const report = await asked(newer.reportId);
    await runQueue();
    await confirm();
    expect(await stateOf(report.reportId)).toBe('SUPERSEDED');
    expect(await indexOf(report)).toMatchObject({ status: 4, replacement: newer.contentHash });
    expect(await auditCount(report.reportId, 'report.superseded')).toBe(1);
  });

  it('kills an attestation that was never used', async () => {
    const { reportId, transactionId, contentHash, request } = await someone.prepare();
    await cancelTransaction(someone.patient.actor, transactionId);
    await withdrawReport(someone.doctor.actor, reportId, END_REASON);
    await runQueue();
    await confirm();
    expect(await readReport(contentHash)).toMatchObject({ status: 'none' });
    await expect(estimateGas(someone.wallet.address, request)).rejects.toThrow(
      t('registry.transactionFailures.attestation-retracted'),
    );
    expect(await retractionOf(reportId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await stateOf(reportId)).toBe('WITHDRAWN');
  });

  it('is sent once, however often and by however many its job is run', async () => {
    const { transactionId, reportId } = await asked();
    const before = await sentByIssuer();
    await withoutAutomine(async () => {
      await Promise.all([1, 2, 3].map(() => sendRetraction({ transactionId })));
      await sendRetraction({ transactionId });
      await mine();
    });
    await sendRetraction({ transactionId });
    await confirm();
    await sendRetraction({ transactionId });
    expect(await sentByIssuer()).toBe(before + 1);
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });

  it('gets a nonce of its own when several workers retract several reports', async () => {
    const reports: Awaited<ReturnType<typeof asked>>[] = [];
    for (let index = 0; index < 4; index += 1) reports.push(await asked());
    await withoutAutomine(async () => {
      await Promise.all(reports.map(({ transactionId }) => sendRetraction({ transactionId })));
      await mine();
    });
    await confirm();
    for (const { reportId } of reports) expect(await stateOf(reportId)).toBe('RETRACTED');
  });

  it('is sent with the same nonce after a crash between remembering and sending', async () => {
    const { transactionId, reportId } = await asked();
    const nonce = await sentByIssuer();
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { status: 'SENT', transactionHash: `0x${'cd'.repeat(32)}`, nonce: BigInt(nonce) },
    });
    await sendRetraction({ transactionId });
    expect((await transactionOf(transactionId)).nonce).toBe(BigInt(nonce));
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });

  it('is queued again when the network has lost it', async () => {
    const { transactionId, reportId } = await asked();
    await withoutAutomine(async () => {
      await runQueue();
      const { transactionHash } = await transactionOf(transactionId);
      await chain().send('anvil_dropTransaction', [transactionHash]);
    });
    await settleAsDropped(transactionId);
    await runQueue();
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });

  it('waits for money when the issuer has none', async () => {
    const { transactionId, reportId } = await asked();
    await setBalance(issuer, 0n);
    await expect(sendRetraction({ transactionId })).rejects.toMatchObject({
      code: 'issuer-unfunded',
    });
    // Its own job tries again: settling, which sees that the network has no transaction, adds none.
    await database().outboxJob.deleteMany({ where: { kind: 'retract-report' } });
    for (let round = 0; round < 3; round += 1) {
      await settleTransactions(chainHandlers);
      await database().chainTransaction.updateMany({
        where: { id: transactionId, unknownSince: { not: null } },
        data: { unknownSince: new Date(Date.now() - 120_000) },
      });
    }
    expect(await database().outboxJob.count({ where: { kind: 'retract-report' } })).toBe(0);
    await setBalance(issuer, PLENTY);
    await sendRetraction({ transactionId });
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });

  it('is queued again when its job gave up, as after a day without money', async () => {
    const { transactionId, reportId } = await asked();
    await database().outboxJob.deleteMany({ where: { kind: 'retract-report' } });
    await settleTransactions(chainHandlers);
    expect(await database().outboxJob.count({ where: { kind: 'retract-report' } })).toBe(0);
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { updatedAt: new Date(Date.now() - 3 * HOUR_MS) },
    });
    await settleTransactions(chainHandlers);
    await settleTransactions(chainHandlers);
    expect(await database().outboxJob.count({ where: { kind: 'retract-report' } })).toBe(1);
    await runQueue();
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });

  it('is watched again when the network returns it after all', async () => {
    const { transactionId, reportId } = await asked();
    await withoutAutomine(async () => {
      await runQueue();
      await database().chainTransaction.update({
        where: { id: transactionId },
        data: { status: 'PREPARED', unknownSince: new Date(Date.now() - 120_000) },
      });
      await sendRetraction({ transactionId });
      expect(await transactionOf(transactionId)).toMatchObject({
        status: 'SENT',
        unknownSince: null,
      });
    });
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });
});
