import { beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '@/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { findLastAttempts } from '@/sharing/anchoring/find-last-attempts';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { resumeTransaction } from '@/sharing/anchoring/resume-transaction';
import { createPatient, type Person } from '../../../support/people/factories';
import {
  confirm,
  patientOnChain,
  stateOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { deliverMailsTo } from '../../../support/people/mail';
import { reportRow } from '../../../support/reports/report-factories';
import { sendFrom } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';
import {
  VIEWER,
  createApprovedRows,
  sendBatch,
  statesOf,
  statusesOf,
} from '../../../support/reports/report-batch';

const HASH = `0x${'ab'.repeat(32)}`;

let someone: PatientOnChain;
let patient: Person;
let stranger: Person;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ patient } = someone);
  stranger = await createPatient();
});

const approved = (count = 3) => createApprovedRows(someone, count);

const settle = () => settleTransactions(chainHandlers);

describe('a failed batch approves all its reports again', () => {
  it('when it is rejected in the wallet', async () => {
    const ids = await approved();
    const { transactionId } = await prepareBatch(patient.actor, ids, [VIEWER]);
    await expect(cancelTransaction(stranger.actor, transactionId)).rejects.toMatchObject({
      code: 'not-found',
    });
    await cancelTransaction(patient.actor, transactionId);
    await cancelTransaction(patient.actor, transactionId);
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
    expect(await statusesOf(ids)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    const attempts = await findLastAttempts(patient.actor, ids);
    expect(attempts).toHaveLength(3);
    for (const { failure, viewers } of attempts) {
      expect({ failure, viewers }).toEqual({ failure: null, viewers: [VIEWER] });
    }
    await sendBatch(someone, ids);
    await confirm();
    expect(await statesOf(ids)).toEqual(['ANCHORED', 'ANCHORED', 'ANCHORED']);
  });

  it('when it is not sent before its deadline', async () => {
    const ids = await approved(2);
    const { transactionId } = await prepareBatch(patient.actor, ids, []);
    await database().chainTransaction.updateMany({
      where: { reportId: { in: ids } },
      data: { deadline: new Date(Date.now() - 120_000) },
    });
    await settle();
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED']);
    expect(await statusesOf(ids)).toEqual(['FAILED', 'FAILED']);
    await expect(recordTransactionSent(patient.actor, transactionId, HASH)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('when it is replaced in the wallet by another transaction', async () => {
    const ids = await approved(2);
    const { transactionId } = await prepareBatch(patient.actor, ids, []);
    const other = await someone.wallet.sendTransaction({ to: someone.wallet.address });
    await recordTransactionSent(patient.actor, transactionId, other.hash);
    await confirm();
    await settle();
    expect(await statesOf(ids)).toEqual(['APPROVED', 'APPROVED']);
    // One mail for both, which contains their codes.
    const codes = await Promise.all(ids.map(async (id) => (await reportRow(id)).code));
    const mails = await deliverMailsTo(patient.actor.email);
    const received = mails.filter(({ text }) => codes.some((code) => text.includes(code)));
    expect(received.map(({ subject }) => subject)).toEqual([
      t('reports.sealingNewsMail.failed.subject', { count: 2 }),
    ]);
    for (const code of codes) expect(received[0]?.text).toContain(code);
  });

  it('when one report is on the chain already: each with its own reason', async () => {
    const ids = await approved();
    const [early = '', ...rest] = ids;
    const alone = await prepareAnchoring(patient.actor, early, []);
    await cancelTransaction(patient.actor, alone.transactionId);
    const batch = await prepareBatch(patient.actor, ids, [VIEWER]);
    await (await sendFrom(someone.wallet, alone.request)).wait();
    const sent = await sendFrom(someone.wallet, batch.request, { blind: true });
    await recordTransactionSent(patient.actor, batch.transactionId, sent.hash);
    await confirm();
    await settle();
    expect(await stateOf(early)).toBe('ANCHORED');
    expect(await statesOf(rest)).toEqual(['APPROVED', 'APPROVED']);
    const attempts = await findLastAttempts(patient.actor, ids);
    const attempt = (reportId: string) => attempts.find((one) => one.reportId === reportId);
    for (const reportId of rest) {
      const failure = 'batch-refused';
      expect(attempt(reportId)).toEqual({ reportId, failure, viewers: [VIEWER] });
    }
    expect(attempt(early)?.failure).toBe('report-already-added');
  });

  it('when one of its reports is mined alone: the others need not wait an hour', async () => {
    const ids = await approved(2);
    const [early = '', late = ''] = ids;
    const alone = await prepareAnchoring(patient.actor, early, []);
    await cancelTransaction(patient.actor, alone.transactionId);
    const batch = await prepareBatch(patient.actor, ids, [VIEWER]);
    await (await sendFrom(someone.wallet, alone.request)).wait();
    await confirm();
    expect(await resumeTransaction(patient.actor, batch.transactionId)).toBeNull();
    await cancelTransaction(patient.actor, batch.transactionId);
    expect(await statesOf([early, late])).toEqual(['ANCHORED', 'APPROVED']);
  });

  it('unless it is sent after it was cancelled in another tab: the chain decides', async () => {
    const ids = await approved(2);
    const { transactionId, request } = await prepareBatch(patient.actor, ids, []);
    await cancelTransaction(patient.actor, transactionId);
    const sent = await sendFrom(someone.wallet, request);
    await recordTransactionSent(patient.actor, transactionId, sent.hash);
    expect(await statesOf(ids)).toEqual(['ANCHORING', 'ANCHORING']);
    await confirm();
    expect(await statesOf(ids)).toEqual(['ANCHORED', 'ANCHORED']);
  });
});
