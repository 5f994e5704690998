import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chainHandlers } from '@/worker/chain-handlers';
import { readSendingRule } from '@/forecast/waiting/read-sending-rule';
import { database } from '@/platform/database/database';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/platform/time/durations';
import { relayerWallet } from '@/registry/relayer/relayer-wallet';
import { runRelayer } from '@/registry/relayer/run-relayer';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { readRelay } from '@/sharing/anchoring/read-relay';
import { readSaving } from '@/sharing/anchoring/read-saving';
import { sendAtOnce } from '@/sharing/anchoring/send-at-once';
import { NodeRefusal, startLyingNode } from '../../../support/chain/lying-node';
import {
  confirm,
  patientOnChain,
  reorganise,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { signConsent } from '../../../support/chain/sign-consent';
import { chain, forkPoint, mine, setBalance } from '../../../support/chain/test-chain';
import { emptyFees, flatRule, storeForecast } from '../../../support/forecast/fee-forecasts';
import { moveClock } from '../../../support/movable-clock';
import { createPatient } from '../../../support/people/factories';
import { giveFreshProof } from '../../../support/people/proof';
import { createApprovedRows, statesOf } from '../../../support/reports/report-batch';
import { END_REASON } from '../../../support/reports/report-factories';

vi.mock('@/platform/database/database-now', () => import('../../../support/movable-clock'));

const PLENTY = 10n ** 20n;
/** Gwei of the base fee: the rule that is stored waits for three quarters of the usual one. */
const [LOW, USUAL, HIGH, SPIKE] = [2, 10, 15, 5_000];
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
  moveClock(0);
  await giveFreshProof(someone.patient);
  await setBalance(relayer, PLENTY);
  await database().relayedCall.updateMany({ data: { state: 'DONE', signedAt: new Date(0) } });
  await storeForecast({}, flatRule(USUAL));
  await setBaseFee(HIGH);
});
afterEach(() => {
  node.lie();
  moveClock(0);
});
afterAll(() => node.close());

const run = () => runRelayer(chainHandlers, readSendingRule);

async function setBaseFee(gwei: number): Promise<void> {
  await chain().send('anvil_setNextBlockBaseFeePerGas', [`0x${(gwei * 1e9).toString(16)}`]);
  await mine();
}

/** A run in so many hours from now, when gas costs so much. */
async function runIn(hours: number, gwei: number): Promise<number> {
  moveClock(hours * HOUR_MS);
  await setBaseFee(gwei);
  return run();
}

/** Reports that their patient has signed, to be sealed when it is cheap. */
async function signed(waitDays = 7, count = 1) {
  const { actor } = someone.patient;
  const reportIds = await createApprovedRows(someone, count);
  const [first = ''] = reportIds;
  const prepared =
    count === 1
      ? await prepareAnchoring(actor, first, [], waitDays)
      : await prepareBatch(actor, reportIds, [], waitDays);
  const { transactionId } = prepared;
  await acceptConsent(actor, transactionId, await signConsent(someone.wallet, prepared));
  return { transactionId, reportId: first, reportIds };
}

async function callOf(transactionId: string) {
  const { relayedCall } = await database().chainTransaction.findUniqueOrThrow({
    where: { id: transactionId },
    include: { relayedCall: true },
  });
  if (relayedCall === null) throw new Error('Nobody signed it');
  return relayedCall;
}

function newsOf(reportId: string): Promise<number> {
  return database().notification.count({ where: { refId: reportId, kind: 'sealing-failed' } });
}

describe('what is sealed when it is cheap', () => {
  it('is offered with its likely hours and costs, where waiting is of use', async () => {
    const { actor } = someone.patient;
    const [reportId = ''] = await createApprovedRows(someone, 1);
    const waits = async () => (await quoteAnchoring(actor, reportId, 0)).clinic?.waits ?? [];

    const [week, ...shorter] = await waits();
    expect([week, ...shorter].map((one) => one?.days)).toEqual([7, 3, 1]);
    const { cost, most, latest } = week?.plan ?? { cost: null, most: null, latest: '' };
    expect(Number(cost?.eth)).toBeLessThan(Number(most?.eth));
    expect(Date.parse(latest)).toBeLessThan(Date.now() + 7 * DAY_MS - 3 * HOUR_MS);

    await setBaseFee(LOW);
    expect(await waits()).toEqual([]);
    await setBaseFee(HIGH);
    await emptyFees();
    expect(await waits()).toEqual([]);
  });

  it('waits, also through a spike, and is sent in a cheap hour; then its saving is known', async () => {
    const { transactionId, reportId } = await signed();
    const { actor } = someone.patient;

    expect(await run()).toBe(0);
    const relay = await readRelay(actor, transactionId);
    expect(relay).toMatchObject({ whenCheap: true, waitsFor: null });
    expect(Number(relay?.plan?.cost.eth)).toBeGreaterThan(0);
    // It is decided once an hour.
    expect(await runIn(0.5, LOW)).toBe(0);
    expect(await runIn(1.1, SPIKE)).toBe(0);
    expect(await readRelay(actor, transactionId)).toMatchObject({ waitsFor: null });
    const before = await chain().getBalance(relayer);
    expect(await runIn(2.2, LOW)).toBe(1);
    await confirm();
    await run();

    expect(await stateOf(reportId)).toBe('ANCHORED');
    const paid = before - (await chain().getBalance(relayer));
    const saving = await readSaving(actor, reportId);
    expect(saving).toMatchObject({ saved: true, reports: 1 });
    expect(Number(saving?.paid.eth)).toBeCloseTo(Number(paid) / 1e18, 12);
    expect(Number(saving?.difference.eth)).toBeGreaterThan(3 * Number(saving?.paid.eth));
    expect(await readSaving((await createPatient()).actor, reportId)).toBeNull();
  });

  it('is sent in the last hour at any price that the clinic pays', async () => {
    const { transactionId, reportId } = await signed(1);
    expect(await runIn(19, HIGH)).toBe(0);
    expect(await runIn(20.5, HIGH)).toBe(1);
    await confirm();
    await run();

    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect((await callOf(transactionId)).state).toBe('SENT');
  });

  it('is never sent above the clinic’s limit, and its patient is told in the end', async () => {
    const { transactionId, reportId } = await signed(1);
    const before = await chain().getTransactionCount(relayer);
    expect(await runIn(20.5, SPIKE)).toBe(0);
    expect(await readRelay(someone.patient.actor, transactionId)).toMatchObject({
      waitsFor: 'price',
    });

    expect(await runIn(24.1, SPIKE)).toBe(0);

    expect(await chain().getTransactionCount(relayer)).toBe(before);
    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'FAILED',
      failure: 'clinic-price',
    });
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await newsOf(reportId)).toBe(1);
  });

  it('waits for the next cheap hour when the purse is empty in the first', async () => {
    const { transactionId } = await signed();
    expect(await run()).toBe(0);
    await setBalance(relayer, 1_000n);
    expect(await runIn(1.1, LOW)).toBe(0);
    expect(await callOf(transactionId)).toMatchObject({ waitsFor: 'purse' });

    await setBalance(relayer, PLENTY);
    expect(await runIn(1.2, HIGH)).toBe(0);
    expect(await callOf(transactionId)).toMatchObject({ waitsFor: null, state: 'WAITING' });
    expect(await runIn(2.3, LOW)).toBe(1);
  });

  it('keeps everything while the node is silent for a day', async () => {
    const { transactionId } = await signed();
    expect(await run()).toBe(0);
    const { plan } = await callOf(transactionId);
    node.lie(() => new NodeRefusal(-32_603, 'down'));
    await expect(runIn(12, LOW)).rejects.toMatchObject({ code: 'chain-unavailable' });

    // It answers again, but has no prices: nothing can be decided, and it is asked again soon.
    node.lie(({ method }) =>
      method === 'eth_feeHistory' ? new NodeRefusal(-32_603, 'down') : undefined,
    );
    expect(await runIn(24, LOW)).toBe(0);
    expect(await callOf(transactionId)).toMatchObject({ plan, state: 'WAITING' });

    node.lie();
    expect(await runIn(24.2, LOW)).toBe(1);
  });

  it('is not forgotten when a clock jumps ahead and back', async () => {
    const { transactionId } = await signed();
    moveClock(50 * HOUR_MS);
    await setBaseFee(HIGH);
    expect(await run()).toBe(0);

    expect(await runIn(0, HIGH)).toBe(0);
    const { sendAfter } = await callOf(transactionId);
    expect(sendAfter.getTime()).toBeLessThan(Date.now() + HOUR_MS + MINUTE_MS);
    expect(await runIn(-24, HIGH)).toBe(0);
    expect(await runIn(1.1, LOW)).toBe(1);
  });

  it('is sent once when two workers decide at once', async () => {
    const { reportId } = await signed();
    await setBaseFee(LOW);
    const before = await chain().getTransactionCount(relayer);

    const counts = await Promise.all([run(), run()]);

    expect(counts[0] + counts[1]).toBe(1);
    expect(await chain().getTransactionCount(relayer)).toBe(before + 1);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('is sent again when a reorganisation takes it away', async () => {
    const fork = await forkPoint();
    const { transactionId, reportId } = await signed();
    expect(await runIn(0, LOW)).toBe(1);
    await confirm();
    const { transactionHash } = await transactionOf(transactionId);

    await reorganise(fork);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    await run();
    await confirm();

    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect((await transactionOf(transactionId)).transactionHash).toBe(transactionHash);
  });

  it('is dropped when its doctor withdraws it meanwhile, and frees the reports beside it', async () => {
    const { transactionId, reportId, reportIds } = await signed(7, 2);
    const [, other = ''] = reportIds;
    expect(await run()).toBe(0);
    await giveFreshProof(someone.doctor);
    await withdrawReport(someone.doctor.actor, reportId, END_REASON);

    // At once: it does not wait for its hour.
    expect(await run()).toBe(0);

    expect(await callOf(transactionId)).toMatchObject({ state: 'FAILED', callData: null });
    expect(await statesOf(reportIds)).toEqual(['WITHDRAWN', 'APPROVED']);
    const rows = await database().chainTransaction.findMany({
      where: { reportId: { in: reportIds }, kind: 'ADD_REPORT' },
    });
    const failureOf = (id: string) => rows.find((row) => row.reportId === id)?.failure;
    expect(failureOf(reportId)).toBe('attestation-retracted');
    expect(failureOf(other)).toBe('batch-refused');
    // Of the withdrawn one its patient is told by its doctor's words.
    expect([await newsOf(reportId), await newsOf(other)]).toEqual([0, 1]);
  });

  it('is sent at once when its patient wants that, and only then', async () => {
    const { transactionId, reportId } = await signed();
    expect(await run()).toBe(0);
    const stranger = await createPatient();
    await expect(sendAtOnce(stranger.actor, transactionId)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await run()).toBe(0);

    await sendAtOnce(someone.patient.actor, transactionId);
    expect(await run()).toBe(1);

    await expect(sendAtOnce(someone.patient.actor, transactionId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await readSaving(someone.patient.actor, reportId)).toBeNull();
  });

  it('is cancelled until it is sent', async () => {
    const { transactionId, reportId } = await signed();
    expect(await run()).toBe(0);

    await cancelTransaction(someone.patient.actor, transactionId);

    expect(await callOf(transactionId)).toMatchObject({ state: 'FAILED', callData: null });
    expect(await runIn(1.1, LOW)).toBe(0);
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await newsOf(reportId)).toBe(0);
  });

  it('is sent at once where nothing was learned', async () => {
    await signed();
    await emptyFees();
    expect(await run()).toBe(1);
  });

  it('counts for the budget of the day on which it is sent', async () => {
    const { transactionId } = await signed();
    expect(await run()).toBe(0);
    const spent = await database().relayedCall.create({
      data: {
        patientId: someone.patient.actor.accountId,
        state: 'DONE',
        deadline: new Date(),
        createdAt: new Date(Date.now() - 6 * DAY_MS),
        signedAt: new Date(Date.now() + 24 * HOUR_MS - SECOND_MS),
        reservedWei: 10n ** 18n,
      },
    });
    expect(await runIn(25, LOW)).toBe(0);
    expect(await callOf(transactionId)).toMatchObject({ waitsFor: 'budget' });
    await database().relayedCall.delete({ where: { id: spent.id } });
    expect(await runIn(25.1, LOW)).toBe(1);
  });
});
