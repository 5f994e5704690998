import type { Wallet } from 'ethers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { chainRpc } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { followChain } from '@/registry/follower/follow-chain';
import { recheckReports } from '@/registry/follower/recheck-reports';
import {
  auditCount,
  confirm,
  indexOf,
  letReportsBeDue,
  patientOnChain,
  queuedLinks,
  stateOf,
  transactionOf,
  type PatientOnChain,
  type PreparedReport,
} from '../../../support/chain/patient-on-chain';
import { chain, forkPoint, mine, sendFrom } from '../../../support/chain/test-chain';

let someone: PatientOnChain;
let wallet: Wallet;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ wallet } = someone);
});

/**
 * Four reports in four blocks that the follower will read in one stretch and apply in one transaction. The fork lies
 * behind the second one; the new branch has the fourth report before the third.
 */
async function fourReports() {
  const [a, b, c, d] = [
    await someone.prepare(['a@example.org']),
    await someone.prepare(['b@example.org']),
    await someone.prepare(['c@example.org']),
    await someone.prepare(['d@example.org']),
  ];
  await confirm();
  for (const { request } of [a, b]) await sendFrom(wallet, request);
  const fork = await forkPoint();
  for (const { request } of [c, d]) await sendFrom(wallet, request);
  await mine(env().CHAIN_CONFIRMATIONS);
  const all = [a, b, c, d];
  const reorganise = async () => {
    await fork.goBack();
    for (const { request } of [d, c]) await sendFrom(wallet, request);
    await mine(env().CHAIN_CONFIRMATIONS + 3);
  };
  return { all, reorganise };
}

const statesOf = (reports: readonly PreparedReport[]) =>
  Promise.all(reports.map(({ reportId }) => stateOf(reportId)));

/** Each report sealed once, by its transaction of the present branch, each viewer's mail queued once. */
async function expectAppliedOnce(reports: readonly PreparedReport[]): Promise<void> {
  expect(await statesOf(reports)).toEqual(reports.map(() => 'ANCHORED'));
  for (const report of reports) {
    expect(await auditCount(report.reportId, 'report.anchored')).toBe(1);
    expect(await queuedLinks(report.reportId)).toBe(1);
    const { transactionHash, status } = await transactionOf(report.transactionId);
    expect(status).toBe('CONFIRMED');
    const receipt = await chain().getTransactionReceipt(transactionHash ?? '');
    expect(await indexOf(report)).toMatchObject({
      addedBlock: BigInt(receipt?.blockNumber ?? 0),
      addedTransaction: transactionHash,
    });
  }
}

describe('a reorganisation that falls inside one batch of events', () => {
  it('while it is read: what was read of both is thrown away, and the new branch is applied once', async () => {
    const { all, reorganise } = await fourReports();
    const getLogs = chainRpc().getLogs.bind(chainRpc());
    // The headers were read on the old branch; every log is asked for on the new one.
    let reorganised: Promise<void> | undefined;
    const spy = vi.spyOn(chainRpc(), 'getLogs').mockImplementation(async (filter) => {
      reorganised ??= reorganise();
      await reorganised;
      return getLogs(filter);
    });
    while (!(await followChain(chainHandlers))) continue;
    spy.mockRestore();
    // The blocks behind the fork were refused by their hash (EIP-234), and read again.
    await expect(reorganised).resolves.toBeUndefined();
    await expectAppliedOnce(all);
  });

  it('while it is applied: the batch is all of the old branch, then the new one is read', async () => {
    const { all, reorganise } = await fourReports();
    let atOnce = 0;
    const reorganising: typeof chainHandlers = {
      ...chainHandlers,
      reportsAdded: async (tx, events) => {
        atOnce = Math.max(atOnce, events.length);
        await chainHandlers.reportsAdded(tx, events);
        if (atOnce === events.length) await reorganise();
      },
    };
    while (!(await followChain(reorganising))) continue;
    expect(atOnce).toBe(all.length);
    await letReportsBeDue();
    await recheckReports(chainHandlers);
    while (!(await followChain(chainHandlers))) continue;
    await expectAppliedOnce(all);
  });

  it('and its transaction fails: nothing of the old branch is left', async () => {
    const { all, reorganise } = await fourReports();
    const dying: typeof chainHandlers = {
      ...chainHandlers,
      permissionsSet: async (tx, events) => {
        await chainHandlers.permissionsSet(tx, events);
        await reorganise();
        throw new Error('killed');
      },
    };
    await expect(followChain(dying)).rejects.toThrow('killed');
    expect(await statesOf(all)).toEqual(all.map(() => 'ANCHORING'));
    for (const report of all) expect(await indexOf(report)).toBeNull();
    while (!(await followChain(chainHandlers))) continue;
    await expectAppliedOnce(all);
  });
});
