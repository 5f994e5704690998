import type { JsonRpcProvider } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { readCursor, type Cursor } from './chain-cursor';
import { readHeader } from './read-headers';

/** Nodes without an archive answer for the state of the last 128 blocks. */
const STATE_DEPTH = 100;

/** The chain up to the last block that the follower has read. */
export interface ChainView {
  block: number;
  /** Its hash: the contract is asked as of its end, so that all answers are of one branch. */
  hash: string;
  /** When it was made. */
  time: Date;
  /** The newest block that no reorganisation takes away, at most `block`; null when none is known. */
  finalBlock: number | null;
}

/**
 * What the contract's state can be compared with now.
 * @returns null while the follower is behind, in the middle of a block, or on another branch than the node
 * @throws AppError chain-unavailable, wrong-chain
 */
export async function readChainView(): Promise<ChainView | null> {
  const { nextBlock, nextLog, blockHash } = await readCursor();
  const block = nextBlock - 1;
  if (nextLog > 0 || blockHash === null) return null;
  return askChain(async (rpc) => {
    const head = await rpc.getBlockNumber();
    if (block > head || block < head - STATE_DEPTH) return null;
    const [header, finalBlock] = await Promise.all([readHeader(rpc, block), readFinal(rpc, head)]);
    if (header.hash !== blockHash) return null;
    return {
      block,
      hash: blockHash,
      time: new Date(header.timestamp * 1_000),
      finalBlock: finalBlock === null ? null : Math.min(finalBlock, block),
    };
  });
}

/**
 * Whether the follower still stands where the view was taken. Where it has moved on, or has gone to another
 * branch, what it applied is newer than the view.
 * @param cursor locked, when something is decided on it
 */
export function isStillAt({ block, hash }: ChainView, cursor: Cursor | null): boolean {
  return cursor?.nextBlock === block + 1 && cursor.nextLog === 0 && cursor.blockHash === hash;
}

/** By the chain's own `finalized` block, unless the configuration sets how deep a final block is. */
export async function readFinal(rpc: JsonRpcProvider, head: number): Promise<number | null> {
  const depth = env().CHAIN_FINALITY_BLOCKS;
  if (depth !== undefined) return head - depth + 1;
  try {
    return (await rpc.getBlock('finalized'))?.number ?? null;
  } catch {
    // A chain without the notion: nothing is final until CHAIN_FINALITY_BLOCKS is set.
    return null;
  }
}
