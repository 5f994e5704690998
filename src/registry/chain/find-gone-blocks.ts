import { askChain } from '@/platform/chain-rpc';
import type { ChainView } from './chain-view';
import { readHeader } from './read-headers';

/** A block in which the follower read an event, as the database remembers it. */
export interface SeenBlock {
  number: number;
  hash: string;
}

/**
 * Finds the blocks that a reorganisation took off the chain. The node must answer, in the same batch, that it is
 * on the branch that was read: one that is behind, or on another branch, proves nothing. A block above the view
 * is not gone: the follower went back, for example to a node that lags, and has not come as far again.
 * @returns their hashes
 * @throws AppError chain-unavailable, also when the node is not on that branch; wrong-chain
 */
export async function findGoneBlocks(
  view: ChainView,
  seen: readonly SeenBlock[],
): Promise<Set<string>> {
  const read = seen.filter(({ number }) => number <= view.block);
  const numbers = [...new Set([view.block, ...read.map(({ number }) => number)])];
  const headers = await askChain(async (rpc) => {
    const answers = await Promise.all(numbers.map((number) => readHeader(rpc, number)));
    if (answers[0]?.hash !== view.hash) {
      throw new Error(`The node is not on the branch of block ${view.block} that was read`);
    }
    return answers;
  });
  const standing = new Set(headers.map(({ hash }) => hash));
  return new Set(read.map(({ hash }) => hash).filter((hash) => !standing.has(hash)));
}
