import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { jobHandlers } from '../../../../src/worker/job-handlers';
import { database } from '@/platform/database/database';
import { askChain } from '@/platform/chain-rpc';
import { readReportView } from '@/registry/contract/read-report-view';
import { followChain } from '@/registry/follower/follow-chain';
import { quoteFee } from '@/registry/fees/quote-fee';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { readTransactionProgress } from '@/registry/calls/transaction-progress';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { verifyDocument } from '@/reports/verify/verify-document';
import { permissionWords } from '@/sharing/grants/permission-words';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { behindProxy } from '../../../support/services/behind-proxy';
import { confirm, indexOf, patientOnChain, stateOf } from '../../../support/chain/patient-on-chain';
import type { PatientOnChain } from '../../../support/chain/patient-on-chain';
import { mine, sendFrom } from '../../../support/chain/test-chain';
import { END_REASON } from '../../../support/reports/report-factories';

// The application goes through a proxy that the tests can cut; the tests’ own wallet does not.
const proxy = await behindProxy('CHAIN_RPC_URL');

const UNAVAILABLE = { code: 'chain-unavailable' };

let someone: PatientOnChain;

beforeAll(async () => {
  someone = await patientOnChain();
});
afterEach(async () => {
  await proxy.mend().catch(() => undefined);
});
describe('while the chain cannot be asked', () => {
  it('no guest is permitted, nothing is verified and nothing is quoted', async () => {
    const report = await someone.anchor(['guest@example.org']);
    const [grant] = await database().grant.findMany({ where: { reportId: report.reportId } });
    const words = permissionWords.parse((await indexOf(report))?.permissions);
    const tag = grant?.tag ?? new Uint8Array();
    expect(await readReportView(report.contentHash, words, tag)).toMatchObject({ permitted: true });

    await proxy.cut();
    await expect(readReportView(report.contentHash, words, tag)).rejects.toMatchObject(UNAVAILABLE);
    await expect(verifyDocument(report.contentHash, undefined)).rejects.toMatchObject(UNAVAILABLE);
    await expect(quoteFee(90_000n)).rejects.toMatchObject(UNAVAILABLE);
    await expect(askChain((rpc) => rpc.getBlockNumber())).rejects.toMatchObject(UNAVAILABLE);

    await proxy.mend();
    expect(await readReportView(report.contentHash, words, tag)).toMatchObject({ permitted: true });
  });

  it('a transaction’s progress shows it and keeps what is known', async () => {
    const { transactionId, request } = await someone.prepare();
    const sent = await sendFrom(someone.wallet, request);
    await recordTransactionSent(someone.patient.actor, transactionId, sent.hash);
    await proxy.cut();
    expect(await readTransactionProgress(someone.patient.actor, transactionId)).toMatchObject({
      status: 'sent',
      chainReachable: false,
    });
    await proxy.mend();
    expect(await readTransactionProgress(someone.patient.actor, transactionId)).toMatchObject({
      status: 'in-block',
      chainReachable: true,
    });
  });

  it('no transaction is given up, and the follower catches up afterwards', async () => {
    const { transactionId, request, reportId } = await someone.prepare();
    await proxy.cut();
    const sent = await sendFrom(someone.wallet, request);
    await recordTransactionSent(someone.patient.actor, transactionId, sent.hash);
    await mine(40);
    await database().chainTransaction.updateMany({
      where: { id: transactionId },
      data: { updatedAt: new Date(0), deadline: new Date(0) },
    });
    await expect(followChain(chainHandlers)).rejects.toMatchObject(UNAVAILABLE);
    await expect(settleTransactions(chainHandlers)).rejects.toMatchObject(UNAVAILABLE);
    expect(await stateOf(reportId)).toBe('ANCHORING');

    await proxy.mend();
    await settleTransactions(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('a retraction waits in the queue', async () => {
    const { reportId } = await someone.anchor();
    await requestRetraction(someone.doctor.actor, reportId, { ...END_REASON, replacementId: null });
    await proxy.cut();
    await runDueJobs(jobHandlers);
    const job = await database().outboxJob.findFirstOrThrow({ where: { kind: 'retract-report' } });
    expect(job).toMatchObject({ doneAt: null, lastError: 'chain-unavailable' });

    await proxy.mend();
    await database().outboxJob.update({ where: { id: job.id }, data: { runAfter: new Date(0) } });
    while ((await runDueJobs(jobHandlers)) > 0) continue;
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
  });
});
