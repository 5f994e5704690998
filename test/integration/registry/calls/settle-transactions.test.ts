import type { Wallet } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS } from '@/platform/time/durations';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { followChain } from '@/registry/follower/follow-chain';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { readTransactionProgress } from '@/registry/calls/transaction-progress';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import type { Person } from '../../../support/people/factories';
import {
  auditCount,
  confirm,
  patientOnChain,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { deliverMailsTo, type ReceivedMail } from '../../../support/people/mail';
import { reportRow } from '../../../support/reports/report-factories';
import { chain, mine, sendFrom, withoutAutomine } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

const NEVER_SENT = `0x${'ab'.repeat(32)}`;

let someone: PatientOnChain;
let patient: Person;
let wallet: Wallet;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ patient, wallet } = someone);
});

const settle = () => settleTransactions(chainHandlers);
const tell = (transactionId: string, hash: string) =>
  recordTransactionSent(patient.actor, transactionId, hash);

/** Makes a transaction look as if it was prepared and last seen this long ago. */
async function age(transactionId: string, milliseconds: number): Promise<void> {
  const { deadline } = await transactionOf(transactionId);
  const at = new Date(Date.now() - milliseconds);
  await database().chainTransaction.update({
    where: { id: transactionId },
    data: {
      createdAt: at,
      updatedAt: at,
      ...(deadline === null ? {} : { deadline: new Date(deadline.getTime() - milliseconds) }),
    },
  });
}

/** Makes it look as if the network had not known a transaction for this long. */
async function letUnknown(transactionId: string, milliseconds: number): Promise<void> {
  const { unknownSince } = await transactionOf(transactionId);
  if (unknownSince === null) throw new Error('The network knows the transaction');
  const since = new Date(Date.now() - milliseconds);
  const where = { id: transactionId };
  await database().chainTransaction.update({ where, data: { unknownSince: since } });
}

/** The mails to the patient that name a report by its code. */
async function newsAbout(reportId: string): Promise<ReceivedMail[]> {
  const { code } = await reportRow(reportId);
  const mails = await deliverMailsTo(patient.actor.email);
  return mails.filter(({ text }) => text.includes(code));
}

/** The report is the patient's to decide on again, and the trail holds the reason. */
async function expectGivenBack(
  { transactionId, reportId }: { transactionId: string; reportId: string },
  failure: string,
): Promise<void> {
  expect(await transactionOf(transactionId)).toMatchObject({ status: 'FAILED', failure });
  expect(await stateOf(reportId)).toBe('APPROVED');
  expect(await auditCount(reportId, 'report.anchoring-failed')).toBe(1);
  expect(await database().stagedReport.count({ where: { reportId } })).toBe(1);
  const progress = await readTransactionProgress(patient.actor, transactionId);
  expect(progress).toMatchObject({ status: 'failed', failure });
}

describe('a transaction that came to nothing', () => {
  it('reverted: only when the revert is confirmed, with the contract’s reason', async () => {
    const prepared = await someone.prepare();
    const other = await patientOnChain();
    // Sent with another account than the one that was attested.
    const sent = await sendFrom(other.wallet, prepared.request, { blind: true });
    await tell(prepared.transactionId, sent.hash);
    await followChain(chainHandlers);
    await settle();
    expect(await stateOf(prepared.reportId)).toBe('ANCHORING');
    await confirm();
    await settle();
    await expectGivenBack(prepared, 'attestation-invalid');
    await settle();
    const [mail, ...others] = await newsAbout(prepared.reportId);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(t('reports.sealingNewsMail.failed.subject', { count: 1 }));
    expect(mail?.text).toContain(t('registry.transactionFailures.attestation-invalid'));
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/pressure|covid/i);
  });

  it('ran out of gas', async () => {
    const prepared = await someone.prepare();
    const { to, data } = prepared.request;
    const sent = await wallet.sendTransaction({ to, data, gasLimit: 45_000n });
    await tell(prepared.transactionId, sent.hash);
    await confirm();
    await settle();
    await expectGivenBack(prepared, 'out-of-gas');
  });

  it('replaced: its nonce was used by something else', async () => {
    const prepared = await someone.prepare();
    await withoutAutomine(async () => {
      const sent = await sendFrom(wallet, prepared.request, { tipGwei: 1 });
      await tell(prepared.transactionId, sent.hash);
      // The network has it: its nonce is stored.
      await settle();
      expect(await transactionOf(prepared.transactionId)).toMatchObject({
        status: 'SENT',
        nonce: BigInt(sent.nonce),
      });
      const { nonce } = sent;
      const fees = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n };
      await wallet.sendTransaction({ to: wallet.address, nonce, ...fees });
      await mine();
    });
    await confirm();
    await settle();
    await expectGivenBack(prepared, 'replaced');
  });

  it('dropped: the network has not known it for a while', async () => {
    const prepared = await someone.prepare();
    await withoutAutomine(async () => {
      const sent = await sendFrom(wallet, prepared.request);
      await tell(prepared.transactionId, sent.hash);
      await chain().send('anvil_dropTransaction', [sent.hash]);
    });
    const look = () => readTransactionProgress(patient.actor, prepared.transactionId);
    expect(await look()).toMatchObject({ status: 'sent', knownToNetwork: false });
    await settle();
    await letUnknown(prepared.transactionId, 50_000);
    await settle();
    expect(await stateOf(prepared.reportId)).toBe('ANCHORING');
    await letUnknown(prepared.transactionId, 65_000);
    await settle();
    await expectGivenBack(prepared, 'dropped');
  });

  it('is not dropped when the network returns it again, however long it waits', async () => {
    const prepared = await someone.prepare();
    await withoutAutomine(async () => {
      const sent = await sendFrom(wallet, prepared.request);
      const raw: unknown = await chain().send('eth_getRawTransactionByHash', [sent.hash]);
      await tell(prepared.transactionId, sent.hash);
      await chain().send('anvil_dropTransaction', [sent.hash]);
      await settle();
      await letUnknown(prepared.transactionId, 55_000);
      await chain().send('eth_sendRawTransaction', [raw]);
      await settle();
      expect(await transactionOf(prepared.transactionId)).toMatchObject({
        status: 'SENT',
        unknownSince: null,
      });
      const progress = await readTransactionProgress(patient.actor, prepared.transactionId);
      expect(progress).toMatchObject({ status: 'sent', knownToNetwork: true });
      await mine();
    });
    await confirm();
    expect(await stateOf(prepared.reportId)).toBe('ANCHORED');
  });

  it('reported under the hash of something else', async () => {
    const prepared = await someone.prepare();
    const sent = await wallet.sendTransaction({ to: wallet.address });
    await tell(prepared.transactionId, sent.hash);
    await confirm();
    await settle();
    await expectGivenBack(prepared, 'replaced');
  });

  it('never sent before its deadline', async () => {
    const prepared = await someone.prepare();
    await settle();
    expect(await stateOf(prepared.reportId)).toBe('ANCHORING');
    await age(prepared.transactionId, HOUR_MS + 120_000);
    await settle();
    await expectGivenBack(prepared, 'deadline-passed');
    // It was never confirmed in the wallet.
    expect(await newsAbout(prepared.reportId)).toEqual([]);
  });

  it('a change of the viewers: they stay as they were', async () => {
    const { reportId } = await someone.anchor(['one@example.org']);
    const change = await preparePermissionChange(patient.actor, reportId, []);
    const other = await patientOnChain();
    const sent = await sendFrom(other.wallet, change.request, { blind: true });
    await tell(change.transactionId, sent.hash);
    await confirm();
    await settle();
    expect(await transactionOf(change.transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'not-report-owner',
    });
    expect(await auditCount(reportId, 'permissions.change-failed')).toBe(1);
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await database().grant.count({ where: { reportId, state: 'ACTIVE' } })).toBe(1);
    const [mail, ...others] = await newsAbout(reportId);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(t('reports.sealingNewsMail.changeFailed.subject'));
    expect(`${mail?.text} ${mail?.html}`).not.toContain('one@example.org');
  });
});

describe('a transaction that may still succeed', () => {
  it('is left alone while another attempt of the report is under way', async () => {
    const first = await someone.prepare();
    await cancelTransaction(patient.actor, first.transactionId);
    const second = await prepareAnchoring(patient.actor, first.reportId, []);
    await tell(first.transactionId, NEVER_SENT);
    await settle();
    await letUnknown(first.transactionId, 65_000);
    await settle();
    expect(await transactionOf(first.transactionId)).toMatchObject({ failure: 'dropped' });
    expect(await transactionOf(second.transactionId)).toMatchObject({ status: 'PREPARED' });
    expect(await stateOf(first.reportId)).toBe('ANCHORING');
  });

  it('waits for the follower when the chain has the report after all', async () => {
    const prepared = await someone.prepare();
    await sendFrom(wallet, prepared.request);
    await age(prepared.transactionId, 2 * HOUR_MS);
    await settle();
    expect(await stateOf(prepared.reportId)).toBe('ANCHORING');
    await confirm();
    expect(await stateOf(prepared.reportId)).toBe('ANCHORED');
  });

  it('stays cancelled, as the person wanted it', async () => {
    const prepared = await someone.prepare();
    await cancelTransaction(patient.actor, prepared.transactionId);
    await age(prepared.transactionId, 2 * HOUR_MS);
    await settle();
    expect(await transactionOf(prepared.transactionId)).toMatchObject({ status: 'CANCELLED' });
    expect(await auditCount(prepared.reportId, 'report.anchoring-failed')).toBe(0);
  });

  it('is found again when its event was not applied', async () => {
    const prepared = await someone.prepare();
    const sent = await sendFrom(wallet, prepared.request);
    await tell(prepared.transactionId, sent.hash);
    await mine(5);
    // As if the node had answered with an empty list of logs.
    const head = await chain().getBlockNumber();
    await followChain(chainHandlers);
    await database().chainTransaction.update({
      where: { id: prepared.transactionId },
      data: { status: 'SENT' },
    });
    await settle();
    const cursor = await database().chainCursor.findFirstOrThrow();
    expect(Number(cursor.nextBlock)).toBeLessThan(head);
    await followChain(chainHandlers);
    await settle();
    expect(await transactionOf(prepared.transactionId)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('fails once when several workers settle', async () => {
    const prepared = await someone.prepare();
    await age(prepared.transactionId, 2 * HOUR_MS);
    await Promise.all([settle(), settle(), settle()]);
    await expectGivenBack(prepared, 'deadline-passed');
  });
});
