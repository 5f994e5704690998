import { hexlify } from 'ethers';
import type { ChainReport } from '@/generated/prisma/client';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { DAY_MS } from '@/platform/time/durations';
import { cursorId, lockCursor } from '@/registry/chain/chain-cursor';
import type { ChainEventHandlers, RecheckHandlers } from '@/registry/chain/chain-events';
import { readReport, type OnChainReport } from '@/registry/contract/read-report';
import { isIndexed } from './compare-index';
import { readChainView, type ChainView } from '@/registry/chain/chain-view';
import { findDue } from './find-due';
import { applyChainState, readReportEvents, readStanding } from './apply-chain-state';
import { findLostTransactions, reviveTransactions } from './lost-transactions';

/** An attestation is valid for an hour: a report anchored with it was on the chain long before. */
const ABSENT_FOR_MS = 30 * DAY_MS;

type Handlers = ChainEventHandlers & RecheckHandlers;

/**
 * Compares reports with the contract's state at the last block that was read, and repairs what differs: an
 * event that was never applied, also one of a transaction that is not ours, or one that a reorganisation took
 * away. What is the same in a final block is final. Several workers may do so at once.
 * @returns how many reports were compared
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable
 */
export async function recheckReports(handlers: Handlers): Promise<number> {
  const view = await readChainView();
  if (view === null) return 0;
  const due = await findDue();
  const failures: unknown[] = [];
  for (const contentHash of due) {
    try {
      await recheckReport(handlers, view, contentHash);
    } catch (error) {
      // One report that cannot be compared, for example because the node has pruned its block, must not stop the others.
      if (isAppError(error, 'wrong-chain', 'database-unavailable')) throw error;
      log().error({ report: hexlify(contentHash), err: error }, 'a report could not be compared');
      failures.push(error);
      await noteChecked(contentHash);
    }
    await noteAsked(contentHash);
  }
  if (failures.length > 0 && failures.length === due.length) throw failures[0];
  await noteFinalBlock(view);
  return due.length;
}

async function recheckReport(
  handlers: Handlers,
  view: ChainView,
  contentHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const row = await database().chainReport.findUnique({ where: { contentHash } });
  // Read before the follower was set back, which has not come as far again.
  if (row !== null && row.permissionsBlock > view.block) return noteChecked(contentHash);
  const chain = await readReport(contentHash, view.hash);
  if (row === null && chain.status === 'none') return;
  const standing = await readStanding(contentHash, chain, row);
  if (isIndexed(row, chain) && (await handlers.isCurrent(standing))) {
    await noteAgreement(handlers, view, row, chain);
    return;
  }
  const events = await readReportEvents(contentHash, chain);
  const lost = await findLostTransactions(contentHash, view);
  const isReverted =
    lost.length > 0 || (row !== null && Number(row.permissionsBlock) > chain.permissionsBlock);
  await inTransaction(async (tx) => {
    if (!(await isUnchanged(tx, view, contentHash, row))) return;
    await reviveTransactions(tx, lost);
    await handlers.reportReverted(tx, standing);
    await applyChainState(tx, handlers, { standing, chain, events, isReverted });
    const checkedAt = await databaseNow(tx);
    await tx.chainReport.updateMany({ where: { contentHash }, data: { checkedAt } });
  });
  log().error(
    { report: hexlify(contentHash), status: chain.status, block: view.block },
    'a report differed from the chain and was set right',
  );
}

/** Not decided on what the follower, or another worker, has moved on from meanwhile. */
async function isUnchanged(
  tx: Transaction,
  view: ChainView,
  contentHash: Uint8Array<ArrayBuffer>,
  row: ChainReport | null,
): Promise<boolean> {
  const cursor = await lockCursor(tx);
  if (cursor === null || cursor.nextBlock <= view.block) return false;
  const now = await tx.chainReport.findUnique({ where: { contentHash } });
  return now?.permissionsBlock === row?.permissionsBlock && now?.status === row?.status;
}

async function noteChecked(contentHash: Uint8Array<ArrayBuffer>): Promise<void> {
  const data = { checkedAt: await databaseNow() };
  await database().chainReport.updateMany({ where: { contentHash }, data });
}

/** The attempts to add a report that is not there: not asked for again at once, old ones never. */
async function noteAsked(contentHash: Uint8Array<ArrayBuffer>): Promise<void> {
  const checkedAt = await databaseNow();
  const attempts = { kind: 'ADD_REPORT', report: { contentHash } } as const;
  await database().chainTransaction.updateMany({ where: attempts, data: { checkedAt } });
  const begunBefore = new Date(checkedAt.getTime() - ABSENT_FOR_MS);
  await database().chainTransaction.updateMany({
    where: { ...attempts, createdAt: { lt: begunBefore } },
    data: { isSettled: true },
  });
}

async function noteAgreement(
  handlers: Handlers,
  view: ChainView,
  row: ChainReport,
  { permissionsBlock }: OnChainReport,
): Promise<void> {
  const { contentHash } = row;
  const isFinal = view.finalBlock !== null && permissionsBlock <= view.finalBlock;
  await inTransaction(async (tx) => {
    if (!(await isUnchanged(tx, view, contentHash, row))) return;
    await tx.chainReport.update({
      where: { contentHash },
      data: { checkedAt: await databaseNow(tx), isFinal },
    });
    if (!isFinal) return;
    await tx.chainTransaction.updateMany({
      where: { kind: 'ADD_REPORT', report: { contentHash } },
      data: { isSettled: true },
    });
    await handlers.reportFinal(tx, contentHash);
  });
}

/** Keeps, of the final blocks that were read, the newest: no reorganisation reaches below it. */
async function noteFinalBlock({ finalBlock }: ChainView): Promise<void> {
  if (finalBlock === null || finalBlock < 0) return;
  const id = cursorId();
  const number = BigInt(finalBlock);
  const older = { OR: [{ finalBlock: null }, { finalBlock: { lt: number } }] };
  const { count } = await database().chainCursor.updateMany({
    where: { id, ...older },
    data: { finalBlock: number },
  });
  if (count === 0) return;
  const newest = await database().chainCheckpoint.findFirst({
    where: { cursorId: id, number: { lte: number } },
    orderBy: { number: 'desc' },
  });
  if (newest === null) return;
  await database().chainCheckpoint.deleteMany({
    where: { cursorId: id, number: { lt: newest.number } },
  });
}
