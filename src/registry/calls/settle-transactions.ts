import type { ChainTransaction, ChainTransactionKind } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { readCursor, rewindCursor } from '@/registry/chain/chain-cursor';
import { resolveTransactionStatus, type OpenTransaction } from './resolve-transaction-status';
import type { TransactionFailure } from '@/registry/contract/transaction-failure';

/** An attestation is valid for an hour; an unsent change of permissions is given up after the same time. */
const UNSENT_MS = HOUR_MS;

/** Our clock and the chain's may differ a little. */
const CLOCK_SKEW_MS = MINUTE_MS;

/** Twice the longest pause between two tries of a job: a job that has not been tried for so long has failed. */
const GIVEN_UP_MS = 2 * HOUR_MS;

const PAGE = 100;

/** A transaction that came to nothing. */
export interface FailedTransaction {
  transactionId: string;
  reportId: string;
  kind: Exclude<ChainTransactionKind, 'RETRACT_REPORT'>;
  reason: TransactionFailure;
}

/** What the rooms do about it, in the transaction that marks it. */
export interface SettleHandlers {
  transactionFailed(tx: Transaction, failed: FailedTransaction): Promise<void>;
}

/**
 * Finds the transactions that have failed: reverted, replaced, dropped, or never sent before their
 * deadline. The follower confirms those that succeeded. May run in several workers at once.
 * @throws AppError chain-unavailable, database-unavailable
 */
export async function settleTransactions(handlers: SettleHandlers): Promise<void> {
  await reviveRetractions();
  let after = '';
  for (;;) {
    const page = await findOpen(after);
    const { nextBlock } = await readCursor();
    for (const open of page) {
      const resolution = await askChain((rpc) => resolveTransactionStatus(rpc, open, nextBlock));
      if (resolution.outcome === 'failed') await fail(handlers, open, resolution.reason);
      if (resolution.outcome === 'pending') await noteSeen(open, resolution.nonce);
      if (resolution.outcome === 'unknown') await noteUnknown(open);
      if (resolution.outcome === 'missed') {
        log().error({ transaction: open.id, block: resolution.block }, 'an event was missed');
        await rewindCursor(resolution.block);
      }
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

/** Queues again each retraction whose job has given up, as after a day without ether: it must not be lost. */
async function reviveRetractions(): Promise<void> {
  const now = await databaseNow();
  const stale = { lt: new Date(now.getTime() - GIVEN_UP_MS) };
  const waiting = await database().chainTransaction.findMany({
    where: { kind: 'RETRACT_REPORT', status: 'PREPARED', updatedAt: stale },
    select: { id: true },
    take: PAGE,
  });
  for (const { id } of waiting) {
    await inTransaction(async (tx) => {
      const { count } = await tx.chainTransaction.updateMany({
        where: { id, status: 'PREPARED', updatedAt: stale },
        data: { updatedAt: now },
      });
      if (count === 1) await enqueueJob(tx, 'retract-report', { transactionId: id });
    });
  }
}

/** The sent ones, and those that can hardly be sent any more; page by page in the order of their ids. */
async function findOpen(after: string): Promise<OpenTransaction[]> {
  const late = (await databaseNow()).getTime() - CLOCK_SKEW_MS;
  return database().chainTransaction.findMany({
    where: {
      id: { gt: after },
      OR: [
        { status: 'SENT' },
        {
          status: 'PREPARED',
          kind: { not: 'RETRACT_REPORT' },
          OR: [
            { deadline: { lt: new Date(late) } },
            { deadline: null, createdAt: { lt: new Date(late - UNSENT_MS) } },
          ],
        },
      ],
    },
    include: {
      report: { select: { contentHash: true } },
      relayedCall: { select: { relayer: true } },
    },
    orderBy: { id: 'asc' },
    take: PAGE,
  });
}

async function fail(
  handlers: SettleHandlers,
  { id, reportId, kind, status }: ChainTransaction,
  reason: TransactionFailure,
): Promise<void> {
  await inTransaction(async (tx) => {
    const again = kind === 'RETRACT_REPORT';
    const { count } = await tx.chainTransaction.updateMany({
      where: { id, status },
      data: again
        ? { status: 'PREPARED', failure: reason, unknownSince: null }
        : { status: 'FAILED', failure: reason },
    });
    // The follower, or the person, has decided otherwise meanwhile.
    if (count !== 1) return;
    // A retraction is always retried: a wrong report must not stay valid on the chain.
    if (again) await enqueueJob(tx, 'retract-report', { transactionId: id });
    else await handlers.transactionFailed(tx, { transactionId: id, reportId, kind, reason });
  });
  log().warn({ transaction: id, kind, reason }, 'transaction failed');
}

/** Stores the nonce, and that the network has the transaction. */
async function noteSeen(open: ChainTransaction, nonce: number): Promise<void> {
  if (open.nonce !== null && open.unknownSince === null) return;
  await database().chainTransaction.updateMany({
    where: { id: open.id, status: 'SENT', transactionHash: open.transactionHash },
    data: { nonce: BigInt(nonce), unknownSince: null },
  });
}

/** Stores since when the network does not have the transaction. */
async function noteUnknown(open: ChainTransaction): Promise<void> {
  if (open.unknownSince !== null) return;
  await database().chainTransaction.updateMany({
    where: { id: open.id, status: 'SENT', transactionHash: open.transactionHash },
    data: { unknownSince: await databaseNow() },
  });
}
