import { database, inTransaction, isUniqueViolation, type Transaction } from '@/platform/database';
import { env } from '@/platform/env';

/** How far the follower has read. */
export interface Cursor {
  nextBlock: number;
  /** Hash of block nextBlock - 1; null when it is not known. */
  blockHash: string | null;
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
  return { nextBlock: Number(cursor.nextBlock), blockHash: cursor.blockHash };
}

/**
 * Locks the cursor until the transaction ends, if nobody moved it since it was read. Call it first: what
 * the transaction reads afterwards is then what the last holder of the lock wrote.
 * @returns false when another worker was faster
 */
export async function lockCursor(tx: Transaction, expected: Cursor): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ nextBlock: bigint; blockHash: string | null }[]>`
    SELECT nextBlock, blockHash FROM ChainCursor WHERE id = ${cursorId()} FOR UPDATE`;
  return Number(row?.nextBlock) === expected.nextBlock && row?.blockHash === expected.blockHash;
}

/** Moves the cursor, which must be locked. */
export async function moveCursor(tx: Transaction, to: Cursor): Promise<void> {
  await tx.chainCursor.update({
    where: { id: cursorId() },
    data: { nextBlock: BigInt(to.nextBlock), blockHash: to.blockHash },
  });
}

/**
 * Makes the follower read again from a block that it has read before, which does no harm.
 * @returns the block from which it reads on, at the earliest the one of the deployment
 */
export async function rewindCursor(nextBlock: number): Promise<number> {
  const to = Math.max(env().REGISTRY_DEPLOYED_BLOCK, nextBlock);
  await inTransaction((tx) =>
    tx.chainCursor.updateMany({
      where: { id: cursorId(), nextBlock: { gt: BigInt(to) } },
      data: { nextBlock: BigInt(to), blockHash: null },
    }),
  );
  return to;
}
