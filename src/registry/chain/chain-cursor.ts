import {
  database,
  inTransaction,
  isUniqueViolation,
  type Transaction,
} from '@/platform/database/database';
import { env } from '@/platform/env';

/** How far the follower has read. */
export interface Cursor {
  /** The block that it reads next, or is in the middle of. */
  nextBlock: number;
  /** Hash of block nextBlock - 1; null when it is not known. */
  blockHash: string | null;
  /** The logs of nextBlock below this index are applied already; 0 between two blocks. */
  nextLog: number;
  /** Hash of nextBlock while the follower is in the middle of it. */
  partHash: string | null;
}

/** One cursor for each chain and contract. */
export function cursorId(): string {
  return `${env().CHAIN_ID}:${env().REGISTRY_ADDRESS.toLowerCase()}`;
}

/** Where to read on; at the very first time from the block in which the contract was deployed. */
export async function readCursor(): Promise<Cursor> {
  const id = cursorId();
  const nextBlock = BigInt(env().REGISTRY_DEPLOYED_BLOCK);
  const cursor =
    (await database().chainCursor.findUnique({ where: { id } })) ??
    (await database()
      .chainCursor.create({ data: { id, nextBlock } })
      .catch(async (error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        return database().chainCursor.findUniqueOrThrow({ where: { id } });
      }));
  const { blockHash, nextLog, partHash } = cursor;
  return { nextBlock: Number(cursor.nextBlock), blockHash, nextLog, partHash };
}

/**
 * Locks the cursor until the transaction ends. Call it first: what the transaction reads afterwards is then
 * what the last holder of the lock wrote.
 */
export async function lockCursor(tx: Transaction): Promise<Cursor | null> {
  const id = cursorId();
  // Written, not only locked: the servers of a cluster do not see each other's locks (docs/decisions/139).
  await tx.$executeRaw`UPDATE ChainCursor SET lockCount = lockCount + 1 WHERE id = ${id}`;
  const row = await tx.chainCursor.findUnique({
    where: { id },
    select: { nextBlock: true, blockHash: true, nextLog: true, partHash: true },
  });
  return row && { ...row, nextBlock: Number(row.nextBlock) };
}

/** Locks the cursor. @returns false when another worker moved it since it was read */
export async function lockUnmovedCursor(tx: Transaction, expected: Cursor): Promise<boolean> {
  const now = await lockCursor(tx);
  return (
    now?.nextBlock === expected.nextBlock &&
    now.nextLog === expected.nextLog &&
    now.blockHash === expected.blockHash
  );
}

/** Moves the cursor, which must be locked; the end of a whole block is also kept as a checkpoint. */
export async function moveCursor(tx: Transaction, to: Cursor): Promise<void> {
  const cursor = cursorId();
  const { nextBlock, blockHash, nextLog, partHash } = to;
  await tx.chainCursor.update({
    where: { id: cursor },
    data: { nextBlock: BigInt(nextBlock), blockHash, nextLog, partHash },
  });
  if (nextLog > 0 || blockHash === null) return;
  const number = BigInt(nextBlock - 1);
  await tx.chainCheckpoint.upsert({
    where: { cursorId_number: { cursorId: cursor, number } },
    create: { cursorId: cursor, number, hash: blockHash },
    update: { hash: blockHash },
  });
}

/**
 * Makes the follower read again from a block that it has read before, which does no harm. What had been read
 * from there on, and is not final, is compared with the chain again.
 * @param blockHash of the block before it, when it is known
 * @returns the block from which it reads on, at the earliest the one of the deployment
 */
export async function rewindCursor(
  nextBlock: number,
  blockHash: string | null = null,
): Promise<number> {
  const to = Math.max(env().REGISTRY_DEPLOYED_BLOCK, nextBlock);
  const id = cursorId();
  await inTransaction(async (tx) => {
    const now = await lockCursor(tx);
    if (now === null || now.nextBlock < to || (now.nextBlock === to && now.nextLog === 0)) return;
    const hash = to === nextBlock ? blockHash : null;
    await tx.chainCursor.update({
      where: { id },
      data: { nextBlock: BigInt(to), blockHash: hash, nextLog: 0, partHash: null },
    });
    await tx.chainCheckpoint.deleteMany({ where: { cursorId: id, number: { gte: BigInt(to) } } });
    await tx.chainReport.updateMany({ where: { isFinal: false }, data: { checkedAt: null } });
  });
  return to;
}

/**
 * Deletes the record of every block that was read, final ones too, and begins again at the block of the deployment. Every
 * report is compared with the chain again.
 */
export async function forgetFinality(): Promise<void> {
  const id = cursorId();
  await inTransaction(async (tx) => {
    await lockCursor(tx);
    await tx.chainCursor.updateMany({
      where: { id },
      data: {
        nextBlock: BigInt(env().REGISTRY_DEPLOYED_BLOCK),
        blockHash: null,
        nextLog: 0,
        partHash: null,
        finalBlock: null,
      },
    });
    await tx.chainCheckpoint.deleteMany({ where: { cursorId: id } });
    await tx.chainReport.updateMany({ data: { checkedAt: null, isFinal: false } });
  });
}
