import { hexlify, type Wallet } from 'ethers';
import { z } from 'zod';
import { trailAnchorInterface } from '@/audit/days/read-day-root';
import { isGenuineViolation } from '@/audit/violations/violation-mac';
import type { Prisma, Violation, ViolationBatch } from '@/generated/prisma/client';
import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';
import { readHeads, type Heads } from './read-heads';
import { sendOperatorCall } from './send-operator-call';
import { trailWallet } from './trail-wallet';

/** Most violations of one transaction: MAX_VIOLATIONS of the contract. */
const BATCH = 64;

/**
 * Reports violations on the chain as salted hashes, and follows each transaction until it is final. One transaction at a
 * time is not confirmed yet: what is found meanwhile goes out together with the next. What counts is the receipt on the
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
  const [open, waiting] = await Promise.all([
    database().violationBatch.count({ where: { isFinal: false } }),
    database().violation.count({ where: WAITING }),
  ]);
  return open + waiting > 0;
}

const WAITING = { batchId: null, alteredAt: null } as const;

const hashes = z.array(z.string());

/** @returns whether the next one can be sent: this one is confirmed */
async function followBatch(wallet: Wallet, batch: ViolationBatch, heads: Heads): Promise<boolean> {
  const { id } = batch;
  const block = await minedIn(hashes.parse(batch.transactionHashes));
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

/** The block that holds one of the transactions, of which the network takes one at most; null while none does. */
async function minedIn(transactionHashes: string[]): Promise<number | null> {
  for (const hash of transactionHashes) {
    const receipt = await askChain((rpc) => rpc.getTransactionReceipt(hash));
    if (receipt?.status === 1) return receipt.blockNumber;
  }
  return null;
}

/** Puts what waits into a batch. */
async function takeBatch(): Promise<ViolationBatch | null> {
  return inTransaction(async (tx) => {
    const waiting = await tx.violation.findMany({
      where: WAITING,
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    const genuine = await onlyGenuine(tx, waiting);
    if (genuine.length === 0) return null;
    const batch = await tx.violationBatch.create({ data: { transactionHashes: [] } });
    await tx.violation.updateMany({
      where: { id: { in: genuine.map(({ id }) => id) } },
      data: { batchId: batch.id },
    });
    return batch;
  });
}

/** Marks what somebody else wrote into the database: it is not reported as ours, and holds nothing else up. */
async function onlyGenuine(tx: Transaction, found: Violation[]): Promise<Violation[]> {
  const checks = await Promise.all(found.map((one) => isGenuineViolation(tx, one)));
  const altered = found.filter((_, index) => checks[index] !== true).map(({ id }) => id);
  if (altered.length > 0) {
    log().error({ violations: altered.map(String) }, 'violations in the database were altered');
    await tx.violation.updateMany({
      where: { id: { in: altered } },
      data: { alteredAt: await databaseNow(tx), batchId: null },
    });
  }
  return found.filter((_, index) => checks[index] === true);
}

/** Sends a batch, or again what was signed for it. One whose patients were all erased meanwhile is given up. */
async function sendBatch(wallet: Wallet, batch: ViolationBatch): Promise<void> {
  const { id, rawTransaction, sentAt } = batch;
  const violations = await inTransaction(async (tx) => {
    const where = { batchId: id };
    return onlyGenuine(tx, await tx.violation.findMany({ where, orderBy: { id: 'asc' } }));
  });
  if (violations.length === 0) {
    await change(id, { isFinal: true, rawTransaction: null });
    return;
  }
  const leaves = violations.map(({ leafHash }) => hexlify(leafHash));
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
