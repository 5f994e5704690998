import { database } from '@/platform/database/database';
import { askChain } from '@/platform/chain-rpc';
import { AppError } from '@/platform/errors';
import { cursorId } from '@/registry/chain/chain-cursor';
import { readHeader } from '@/registry/chain/read-headers';

/** Checkpoints compared in one round trip. */
const PAGE = 20;

/** The newest block that was read and is still on the chain. */
export interface CommonBlock {
  number: number;
  hash: string;
}

/**
 * Finds the newest block that the follower has read and that the node's chain still has.
 * @param below a block that is not what it was
 * @returns null when it is older than all that are kept, but nothing of these was final
 * @throws AppError wrong-chain when even a final block differs: this cannot be our chain;
 * chain-unavailable when the node has not come as far as our final block
 */
export async function findFork(below: number): Promise<CommonBlock | null> {
  let before = BigInt(below);
  let oldest: bigint | null = null;
  for (;;) {
    const page = await database().chainCheckpoint.findMany({
      where: { cursorId: cursorId(), number: { lt: before } },
      orderBy: { number: 'desc' },
      take: PAGE,
    });
    const last = page.at(-1);
    if (last === undefined) break;
    oldest = last.number;
    const hashes = await askChain((rpc) =>
      Promise.all(page.map(({ number }) => readHeader(rpc, Number(number)))),
    );
    const common = page.find(({ hash }, index) => hashes[index]?.hash === hash);
    if (common !== undefined) return { number: Number(common.number), hash: common.hash };
    before = last.number;
  }
  const cursor = await database().chainCursor.findUnique({ where: { id: cursorId() } });
  const finalBlock = cursor?.finalBlock ?? null;
  if (finalBlock === null) return null;
  if (finalBlock >= BigInt(below)) {
    throw new AppError('chain-unavailable', {
      cause: new Error(`The node has not come as far as block ${finalBlock}, which is final`),
    });
  }
  if (oldest === null || oldest > finalBlock) return null;
  throw new AppError('wrong-chain', {
    cause: new Error(`Block ${oldest}, which is final, is another one on the chain of this node`),
  });
}
