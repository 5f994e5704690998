import { Wallet } from 'ethers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chainHandlers } from '@/worker/chain-handlers';
import { readSendingRule } from '@/forecast/waiting/read-sending-rule';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { encodeRetractReport } from '@/registry/calls/encode-calls';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { relayerWallet } from '@/registry/relayer/relayer-wallet';
import { runRelayer } from '@/registry/relayer/run-relayer';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { NodeRefusal, startLyingNode } from '../../../support/chain/lying-node';
import {
  auditCount,
  confirm,
  makeFinal,
  patientOnChain,
  reorganise,
  stateOf,
  transactionOf,
  type PatientOnChain,
  type PreparedReport,
} from '../../../support/chain/patient-on-chain';
import { signConsent } from '../../../support/chain/sign-consent';
import {
  chain,
  forkPoint,
  mine,
  sendFrom,
  setBalance,
  withoutAutomine,
} from '../../../support/chain/test-chain';
import { deliverMailsTo } from '../../../support/people/mail';
import { giveFreshProof } from '../../../support/people/proof';
import { createApprovedRows, statesOf } from '../../../support/reports/report-batch';
import { END_REASON } from '../../../support/reports/report-factories';

const PLENTY = 10n ** 20n;
const node = await startLyingNode(process.env['CHAIN_RPC_URL'] ?? '');
process.env['CHAIN_RPC_URL'] = node.url;

let someone: PatientOnChain;
let relayer: string;

beforeAll(async () => {
  someone = await patientOnChain();
  await setBalance(someone.wallet.address, 0n);
  relayer = relayerWallet()?.address ?? '';
});
beforeEach(async () => {
  await giveFreshProof(someone.patient);
  await setBalance(relayer, PLENTY);
  // What the test before sent neither counts for the budget nor is looked after any more.
  await database().relayedCall.updateMany({ data: { state: 'DONE', signedAt: new Date(0) } });
});
afterEach(() => node.lie());
afterAll(() => node.close());

const run = () => runRelayer(chainHandlers, readSendingRule);
const nonceOf = () => chain().getTransactionCount(relayer, 'latest');

async function callOf(transactionId: string) {
  const { relayedCall } = await database().chainTransaction.findUniqueOrThrow({
    where: { id: transactionId },
    include: { relayedCall: true },
  });
  return relayedCall;
}

async function sign(prepared: PreparedReport): Promise<PreparedReport> {
  const signature = await signConsent(someone.wallet, prepared);
  await acceptConsent(someone.patient.actor, prepared.transactionId, signature);
  return prepared;
}

/** A report whose patient, without ether, has signed that the clinic may seal it. */
async function signed(emails: string[] = []): Promise<PreparedReport> {
  return sign(await someone.prepare(emails));
}

/** As if what waits had waited for long enough to be looked at again. */
async function letTimePass(): Promise<void> {
  await database().relayedCall.updateMany({
    where: { state: 'WAITING' },
    data: { sendAfter: new Date(Date.now() - MINUTE_MS) },
  });
}

/** How often its patient was told that a report was not sealed. */
function newsOf(reportId: string): Promise<number> {
  return database().notification.count({ where: { refId: reportId, kind: 'sealing-failed' } });
}

/** The price of gas of the next blocks. */
async function setBaseFee(gwei: number): Promise<void> {
  await chain().send('anvil_setNextBlockBaseFeePerGas', [`0x${(gwei * 1e9).toString(16)}`]);
  await mine();
}

describe('the relayer', () => {
  it('seals a report of a patient without ether, who pays nothing', async () => {
    const { transactionId, reportId } = await signed(['guest@clinic.example']);
    const before = await chain().getBalance(relayer);

    expect(await run()).toBe(1);
    await confirm();

    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await chain().getBalance(someone.wallet.address)).toBe(0n);
    expect(await auditCount(reportId, 'report.anchoring-sent')).toBe(1);
    await run();
    const paid = before - (await chain().getBalance(relayer));
    expect(await callOf(transactionId)).toMatchObject({ state: 'SENT', feeWei: paid });
    const mails = await deliverMailsTo(someone.patient.actor.email);
    expect(mails.length).toBeGreaterThan(0);
  });

  it('forgets what it sent as soon as its block is final', async () => {
    const { transactionId } = await signed();
    await run();
    await confirm();
    await run();
    expect(await callOf(transactionId)).toMatchObject({ state: 'SENT' });

    await makeFinal();
    await run();

    const closed = { state: 'DONE', callData: null, rawTransaction: null };
    expect(await callOf(transactionId)).toMatchObject(closed);
  });

  it('seals several reports under one signature', async () => {
    const reportIds = await createApprovedRows(someone, 3);
    const prepared = await prepareBatch(someone.patient.actor, reportIds, []);
    const signature = await signConsent(someone.wallet, prepared);
    await acceptConsent(someone.patient.actor, prepared.transactionId, signature);
    const before = await nonceOf();

    await run();
    await confirm();

    expect(await nonceOf()).toBe(before + 1);
    expect(await statesOf(reportIds)).toEqual(['ANCHORED', 'ANCHORED', 'ANCHORED']);
  });

  it('changes the viewers', async () => {
    const { reportId } = await signed();
    await run();
    await confirm();
    const viewers = [{ email: 'new@clinic.example', expiresAt: null }];
    const change = await preparePermissionChange(someone.patient.actor, reportId, viewers);
    const signature = await signConsent(someone.wallet, change);
    await acceptConsent(someone.patient.actor, change.transactionId, signature);

    await run();
    await confirm();

    expect((await transactionOf(change.transactionId)).status).toBe('CONFIRMED');
    const grants = await database().grant.findMany({ where: { reportId } });
    expect(grants.map(({ state }) => state)).toEqual(['ACTIVE']);
  });

  it('sends once when two workers run at once', async () => {
    const prepared = [await signed(), await signed(), await signed()];
    const before = await nonceOf();

    const counts = await Promise.all([run(), run()]);

    expect(counts[0] + counts[1]).toBe(3);
    expect(await nonceOf()).toBe(before + 3);
    await confirm();
    expect(await statesOf(prepared.map(({ reportId }) => reportId))).toEqual(
      prepared.map(() => 'ANCHORED'),
    );
  });

  it('sends the noted transaction after a crash between the note and the sending, and no other', async () => {
    const { transactionId, reportId } = await signed();
    const other = await signed();
    node.lie(({ method }) =>
      method === 'eth_sendRawTransaction' ? new NodeRefusal(-32_000, 'gone') : undefined,
    );
    const before = await nonceOf();
    await run();
    expect(await nonceOf()).toBe(before);
    const noted = await callOf(transactionId);
    expect(noted).toMatchObject({ state: 'SENT', nonce: BigInt(before) });
    expect(await callOf(other.transactionId)).toMatchObject({ nonce: BigInt(before + 1) });

    node.lie();
    expect(await run()).toBe(0);

    expect(await nonceOf()).toBe(before + 2);
    expect((await callOf(transactionId))?.transactionHash).toBe(noted?.transactionHash);
    expect(await chain().getTransactionReceipt(noted?.transactionHash ?? '')).not.toBeNull();
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('sends again what a reorganisation took away', async () => {
    const fork = await forkPoint();
    const { transactionId, reportId } = await signed();
    await run();
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    const { transactionHash } = await transactionOf(transactionId);

    await reorganise(fork);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    await run();
    await confirm();

    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect((await transactionOf(transactionId)).transactionHash).toBe(transactionHash);
  });

  it('outbids what the network does not mine, with the same nonce', async () => {
    const { transactionId, reportId } = await signed();
    const before = await nonceOf();
    await withoutAutomine(async () => {
      await run();
      const first = await callOf(transactionId);
      await run();
      expect((await callOf(transactionId))?.transactionHash).toBe(first?.transactionHash);
      await database().relayedCall.updateMany({
        where: { state: 'SENT' },
        data: { signedAt: new Date(Date.now() - 4 * MINUTE_MS) },
      });
      await run();
      const second = await callOf(transactionId);
      expect(second?.transactionHash).not.toBe(first?.transactionHash);
      expect(second?.nonce).toBe(first?.nonce);
      await mine();
    });
    await confirm();

    expect(await nonceOf()).toBe(before + 1);
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('waits while the network is too expensive, the purse empty or the day’s budget used up', async () => {
    const { transactionId, reportId } = await signed();
    const before = await nonceOf();
    const waitsFor = async () => {
      await letTimePass();
      expect(await run()).toBe(0);
      return (await callOf(transactionId))?.waitsFor;
    };

    await setBaseFee(5_000);
    expect(await waitsFor()).toBe('price');
    await setBaseFee(1);
    await setBalance(relayer, 1_000n);
    expect(await waitsFor()).toBe('purse');
    await setBalance(relayer, PLENTY);
    const spent = await database().relayedCall.create({
      data: {
        patientId: someone.patient.actor.accountId,
        state: 'DONE',
        deadline: new Date(),
        signedAt: new Date(),
        reservedWei: 10n ** 18n,
      },
    });
    expect(await waitsFor()).toBe('budget');
    expect(await nonceOf()).toBe(before);

    await database().relayedCall.delete({ where: { id: spent.id } });
    await letTimePass();
    expect(await run()).toBe(1);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('keeps everything while the node is silent', async () => {
    const { transactionId } = await signed();
    node.lie(() => new NodeRefusal(-32_603, 'down'));
    await expect(run()).rejects.toMatchObject({ code: 'chain-unavailable' });
    expect(await callOf(transactionId)).toMatchObject({ state: 'WAITING' });

    node.lie();
    expect(await run()).toBe(1);
  });

  it('does not send before it may, and tells when the deadline has passed', async () => {
    const { transactionId, reportId } = await signed();
    const sendAfter = new Date(Date.now() + 10 * MINUTE_MS);
    await database().relayedCall.updateMany({ where: { state: 'WAITING' }, data: { sendAfter } });
    expect(await run()).toBe(0);

    const past = new Date(Date.now() - 2 * MINUTE_MS);
    await database().relayedCall.updateMany({
      where: { state: 'WAITING' },
      data: { sendAfter: past, deadline: past },
    });
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { deadline: past },
    });
    expect(await run()).toBe(0);
    await settleTransactions(chainHandlers);

    expect(await callOf(transactionId)).toMatchObject({ state: 'FAILED', callData: null });
    expect(await transactionOf(transactionId)).toMatchObject({ failure: 'deadline-passed' });
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await newsOf(reportId)).toBe(1);
  });

  it('drops what the patient cancels', async () => {
    const { transactionId, reportId } = await signed();
    await cancelTransaction(someone.patient.actor, transactionId);

    expect(await run()).toBe(0);

    expect(await callOf(transactionId)).toMatchObject({ state: 'FAILED', callData: null });
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await newsOf(reportId)).toBe(0);
  });

  it('drops a report whose attestation was retracted on the chain meanwhile', async () => {
    const { transactionId, reportId, contentHash } = await signed();
    const issuer = new Wallet(issuerWallet().privateKey, chain());
    await (await sendFrom(issuer, encodeRetractReport(contentHash, null))).wait();

    expect(await run()).toBe(0);

    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'attestation-retracted',
    });
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await newsOf(reportId)).toBe(1);
  });

  it('drops a change of a report that its doctor retracts meanwhile', async () => {
    const { reportId } = await signed();
    await run();
    await confirm();
    const { actor } = someone.patient;
    const viewers = [{ email: 'new@clinic.example', expiresAt: null }];
    const change = await preparePermissionChange(actor, reportId, viewers);
    await acceptConsent(actor, change.transactionId, await signConsent(someone.wallet, change));
    await giveFreshProof(someone.doctor);
    await requestRetraction(someone.doctor.actor, reportId, { ...END_REASON, replacementId: null });

    expect(await run()).toBe(0);

    expect(await transactionOf(change.transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'report-not-active',
    });
  });

  it('tells the patient when the list of viewers changed meanwhile', async () => {
    const { reportId } = await signed();
    await run();
    await confirm();
    const { actor } = someone.patient;
    const viewers = [{ email: 'new@clinic.example', expiresAt: null }];
    const change = await preparePermissionChange(actor, reportId, viewers);
    await acceptConsent(actor, change.transactionId, await signConsent(someone.wallet, change));
    // Past our pages, by the patient's own wallet, which names another list.
    await setBalance(someone.wallet.address, PLENTY);
    await sendFrom(someone.wallet, change.request);
    await setBalance(someone.wallet.address, 0n);

    expect(await run()).toBe(0);

    expect(await transactionOf(change.transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'permissions-changed',
    });
  });
});
