import { randomUUID } from 'node:crypto';
import { hexlify } from 'ethers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trailAnchorInterface } from '@/audit/days/read-day-root';
import { storeViolation } from '@/audit/violations/store-violation';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { HOUR_MS } from '@/platform/time/durations';
import { reportViolations } from '@/registry/trail/report-violations';
import { trailWallet } from '@/registry/trail/trail-wallet';
import { countViolations } from '@/reports/violations/count-violations';
import { moveClock } from '../../../support/movable-clock';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import {
  chain,
  forkPoint,
  mine,
  setBalance,
  withoutAutomine,
} from '../../../support/chain/test-chain';

vi.mock('@/platform/database/database-now', () => import('../../../support/movable-clock'));

const proxy = await behindProxy('CHAIN_RPC_URL');
const operator = trailWallet()?.address ?? '';
const sent = () => chain().getTransactionCount(operator);

/** Violations that are found so many hours ago; those of six hours ago are due. */
async function find(count: number, hoursAgo = 6): Promise<void> {
  moveClock(-hoursAgo * HOUR_MS);
  for (let index = 0; index < count; index += 1) {
    await inTransaction((tx) =>
      storeViolation(tx, {
        ...{ kind: 'DENIED_ATTEMPTS', actorKind: 'ACCOUNT', actorId: randomUUID() },
        ...{ patientId: null, reportId: null },
      }),
    );
  }
  moveClock(0);
}

async function report(): Promise<void> {
  await reportViolations();
  await mine(3);
  await reportViolations();
}

const rows = () =>
  database().violation.findMany({ orderBy: { id: 'asc' }, include: { batch: true } });

/** The hashes that the chain's log holds, of those that were found. */
async function onChain(): Promise<number> {
  const [topic] = trailAnchorInterface.encodeFilterTopics('ViolationReported', []);
  const logs = await chain().getLogs({
    ...{ address: env().TRAIL_ANCHOR_ADDRESS ?? '', fromBlock: 0, toBlock: 'latest' },
    topics: [topic ?? null],
  });
  const hashes = logs.map(({ topics }) => topics[1]);
  const own = new Set((await rows()).map(({ leafHash }) => hexlify(leafHash)));
  return hashes.filter((hash) => hash !== undefined && own.has(hash)).length;
}

beforeEach(async () => {
  await database().violation.deleteMany();
  await database().violationBatch.deleteMany();
});

describe('violations that were found', () => {
  it('are reported as salted hashes, together, and each once however often a worker begins again', async () => {
    await find(3);
    const before = await sent();
    expect(await countViolations()).toMatchObject({ waiting: 3, today: { DENIED_ATTEMPTS: 3 } });
    await withoutAutomine(async () => {
      await reportViolations();
      const [first] = await rows();
      const [hash] = first?.batch?.transactionHashes as string[];
      // Killed after the row was written and before the node had the transaction.
      await chain().send('anvil_dropTransaction', [hash]);
      await reportViolations();
      await reportViolations();
      const [again] = await rows();
      expect(again?.batch?.transactionHashes).toEqual([hash]);
      // Found meanwhile: for the next one.
      await find(2);
      await mine();
    });
    await report();
    await report();
    await report();
    expect(await sent()).toBe(before + 2);
    expect(await onChain()).toBe(5);
    expect((await rows()).every(({ batch }) => batch?.reportedAt !== null)).toBe(true);
    expect(await countViolations()).toMatchObject({ waiting: 0, altered: 0 });
  });

  it('wait until they fill a transaction, or the oldest has waited for hours', async () => {
    await find(63, 5);
    const before = await sent();
    await report();
    expect(await sent()).toBe(before);
    expect((await countViolations()).waiting).toBe(63);
    await find(1, 0);
    await report();
    expect(await sent()).toBe(before + 1);
    expect(await onChain()).toBe(64);
    await find(1, 6);
    await find(1, 0);
    await report();
    expect(await sent()).toBe(before + 2);
    expect(await onChain()).toBe(66);
  });

  it('are not taken for reported by the receipt of another transaction', async () => {
    await find(1);
    await report();
    const [done] = await rows();
    const transactionHashes = done?.batch?.transactionHashes as string[];
    const purse = await chain().getBalance(operator);
    await setBalance(operator, 0n);
    await find(1);
    await report();
    const where = { id: (await rows())[1]?.batchId ?? 0n };
    await database().violationBatch.update({ where, data: { transactionHashes } });
    await report();
    expect((await rows())[1]?.batch?.reportedAt).toBeNull();
    await setBalance(operator, purse);
    await report();
    expect((await rows())[1]?.batch?.reportedAt).not.toBeNull();
    expect(await onChain()).toBe(2);
  });

  it('are replaced at a higher price when they wait for long, and are there once', async () => {
    await find(1);
    await withoutAutomine(async () => {
      await reportViolations();
      await database().violationBatch.updateMany({ data: { sentAt: new Date(0) } });
      await reportViolations();
      await mine();
    });
    const [row] = await rows();
    expect(row?.batch?.transactionHashes).toHaveLength(2);
    await report();
    expect(await onChain()).toBe(1);
    expect((await rows())[0]?.batch?.reportedAt).not.toBeNull();
  });

  it('are sent again after a reorganisation', async () => {
    await find(1);
    const fork = await forkPoint();
    await report();
    expect((await rows())[0]?.batch?.reportedAt).not.toBeNull();
    await database().violationBatch.updateMany({ data: { isFinal: false } });
    await fork.goBack();
    expect(await onChain()).toBe(0);
    await report();
    expect(await onChain()).toBe(1);
    expect((await rows())[0]?.batch?.reportedAt).not.toBeNull();
  });

  it('wait while the chain is away, and without ether, and are sent then', async () => {
    await find(1);
    await whileCut(proxy, async () => {
      await expect(reportViolations()).rejects.toMatchObject({ code: 'chain-unavailable' });
    });
    const purse = await chain().getBalance(operator);
    await setBalance(operator, 0n);
    await report();
    expect(await onChain()).toBe(0);
    expect((await countViolations()).waiting).toBe(1);
    await setBalance(operator, purse);
    await report();
    expect(await onChain()).toBe(1);
  });

  it('are not reported when somebody altered them in the database, and hold no other up', async () => {
    await find(2);
    const [first, second] = await rows();
    await database().violation.update({
      where: { id: first?.id ?? 0n },
      data: { actorId: 'another' },
    });
    await report();
    expect(await onChain()).toBe(1);
    const after = await rows();
    expect(after.map(({ alteredAt }) => alteredAt === null)).toEqual([false, true]);
    expect(after[1]?.id).toBe(second?.id);
    expect((await countViolations()).altered).toBe(1);
  });

  it('that were deleted with their patient are not waited for', async () => {
    await find(1);
    const purse = await chain().getBalance(operator);
    await setBalance(operator, 0n);
    await reportViolations();
    await database().violation.deleteMany();
    await setBalance(operator, purse);
    const before = await sent();
    await report();
    expect(await sent()).toBe(before);
    expect(await database().violationBatch.count({ where: { isFinal: false } })).toBe(0);
  });
});
