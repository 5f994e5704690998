import { hexlify, type TransactionReceipt, type Wallet } from 'ethers';
import { z } from 'zod';
import { trailAnchorInterface } from '@/audit/days/read-day-root';
import { onlyGenuine } from '@/audit/violations/only-genuine';
import type { Prisma, Violation, ViolationBatch } from '@/generated/prisma/client';
import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { log } from '@/platform/logger';
import { HOUR_MS } from '@/platform/time/durations';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';
import { readHeads, type Heads } from './read-heads';
import { sendOperatorCall } from './send-operator-call';
import { trailWallet } from './trail-wallet';

/** Most violations of one transaction: MAX_VIOLATIONS of the contract. */
const BATCH = 64;

/**
 * How long the oldest one waits for others. Violations can be caused on purpose: a transaction for each would spend the
 * operator's ether.
 */
const GATHER_MS = 6 * HOUR_MS;

/**
 * Reports violations on the chain as salted hashes, and follows each transaction until it is final. They are sent when
 * there are enough for a transaction, or the oldest has waited for some hours. One transaction at a time is not
 * confirmed yet: what is found meanwhile goes out together with the next. What counts is the receipt on the
 * chain: a transaction that was sent before a crash is found there, and one that a reorganisation took away is sent again.
 * One worker at a time, so that no nonce is used twice. Without an operator's key it does nothing, and they wait.
 * @throws AppError chain-unavailable, wrong-chain; chain-refused when the contract does not take them;
 *   server-busy when another worker does not finish
 */
export async function reportViolations(): Promise<void> {
  const wallet = trailWallet();
  if (wallet === null || !(await hasWork())) return;
  await withNonceLock(wallet.address, async () => {
    const heads = await readHeads();
    const open = await database().violationBatch.findMany({
      where: { isFinal: false },
      orderBy: { id: 'asc' },
    });
    for (const batch of open) if (!(await followBatch(wallet, batch, heads))) return;
    const batch = await takeBatch();
    if (batch !== null) await sendBatch(wallet, batch);
  });
}

async function hasWork(): Promise<boolean> {
  const open = await database().violationBatch.count({ where: { isFinal: false } });
  return open > 0 || (await inTransaction(findDue)).length > 0;
}

const WAITING = { batchId: null, alteredAt: null } as const;

const hashes = z.array(z.string());

/** @returns whether the next one can be sent: this one is confirmed */
async function followBatch(wallet: Wallet, batch: ViolationBatch, heads: Heads): Promise<boolean> {
  const { id } = batch;
  const block = await minedIn(batch);
  if (block === null) {
    if (batch.reportedAt !== null) await change(id, { reportedAt: null });
    await sendBatch(wallet, batch);
    return false;
  }
  if (block > heads.confirmed) return false;
  if (batch.reportedAt === null) {
    await change(id, { reportedAt: await databaseNow() });
    log().info({ batch: String(id) }, 'violations reported on the chain');
  }
  if (heads.final !== null && block <= heads.final) {
    await change(id, { isFinal: true, rawTransaction: null });
  }
  return true;
}

/** The block that holds a transaction that reports the batch; null while none does. */
async function minedIn(batch: ViolationBatch): Promise<number | null> {
  const leaves = await leavesOf(batch);
  for (const hash of hashes.parse(batch.transactionHashes)) {
    const receipt = await askChain((rpc) => rpc.getTransactionReceipt(hash));
    if (receipt?.status === 1 && hasReported(receipt, leaves)) return receipt.blockNumber;
  }
  return null;
}

/** The hashes of transactions are not authenticated: one of another transaction proves nothing. */
function hasReported(receipt: TransactionReceipt, leaves: string[]): boolean {
  const anchor = env().TRAIL_ANCHOR_ADDRESS?.toLowerCase();
  if (receipt.to?.toLowerCase() !== anchor) return false;
  const [reported] = trailAnchorInterface.encodeFilterTopics('ViolationReported', []);
  const found = new Set(
    receipt.logs.map(({ address, topics: [event, leaf] }) =>
      address.toLowerCase() === anchor && event === reported ? leaf : undefined,
    ),
  );
  return leaves.every((leaf) => found.has(leaf));
}

/** Salted hashes of a batch, 0x-hex: of those that were not erased meanwhile. */
async function leavesOf({ id }: ViolationBatch): Promise<string[]> {
  const violations = await inTransaction(async (tx) => {
    const where = { batchId: id };
    return onlyGenuine(tx, await tx.violation.findMany({ where, orderBy: { id: 'asc' } }));
  });
  return violations.map(({ leafHash }) => hexlify(leafHash));
}

/** Puts what is due into a batch. */
async function takeBatch(): Promise<ViolationBatch | null> {
  return inTransaction(async (tx) => {
    const due = await findDue(tx);
    if (due.length === 0) return null;
    const batch = await tx.violationBatch.create({ data: { transactionHashes: [] } });
    await tx.violation.updateMany({
      where: { id: { in: due.map(({ id }) => id) } },
      data: { batchId: batch.id },
    });
    return batch;
  });
}

/** What is to be sent now: none while there are few, and none has waited for long. */
async function findDue(tx: Transaction): Promise<Violation[]> {
  const waiting = await onlyGenuine(
    tx,
    await tx.violation.findMany({ where: WAITING, orderBy: { id: 'asc' }, take: BATCH }),
  );
  const since = (await databaseNow(tx)).getTime() - GATHER_MS;
  const isDue = waiting.length === BATCH || waiting.some(({ at }) => at.getTime() <= since);
  return isDue ? waiting : [];
}

/** Sends a batch, or again what was signed for it. One whose patients were all erased meanwhile is given up. */
async function sendBatch(wallet: Wallet, batch: ViolationBatch): Promise<void> {
  const { id, rawTransaction, sentAt } = batch;
  const leaves = await leavesOf(batch);
  if (leaves.length === 0) {
    await change(id, { isFinal: true, rawTransaction: null });
    return;
  }
  await sendOperatorCall(wallet, {
    about: { violations: String(leaves.length) },
    data: trailAnchorInterface.encodeFunctionData('reportViolations', [leaves]),
    ...{ rawTransaction, sentAt },
    keep: async ({ transactionHash, ...signed }) => {
      const known = hashes.parse(batch.transactionHashes);
      await change(id, { ...signed, transactionHashes: [...known, transactionHash] });
    },
  });
}

async function change(id: bigint, data: Prisma.ViolationBatchUpdateInput): Promise<void> {
  await database().violationBatch.update({ where: { id }, data });
}
