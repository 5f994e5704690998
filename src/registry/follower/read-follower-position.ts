import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { isAppError, isChainAway } from '@/platform/errors';
import { cursorId } from '@/registry/chain/chain-cursor';

/** Where the chain follower stands. */
export interface FollowerPosition {
  /** The last block it has applied; null before its first run. */
  readUpTo: number | null;
  /** When it last moved, ISO 8601. */
  movedAt: string | null;
  /** The newest block of the chain; null when the chain cannot be asked. */
  head: number | null;
  /** Whether the node is on another chain than ours. */
  isWrongChain: boolean;
  /** How many blocks it keeps behind the head on purpose. */
  confirmations: number;
}

/** Compares the follower's cursor with the chain. */
export async function readFollowerPosition(): Promise<FollowerPosition> {
  const [cursor, chain] = await Promise.all([
    database().chainCursor.findUnique({ where: { id: cursorId() } }),
    askHead(),
  ]);
  return {
    readUpTo: cursor === null ? null : Number(cursor.nextBlock) - 1,
    movedAt: cursor?.updatedAt.toISOString() ?? null,
    ...chain,
    confirmations: env().CHAIN_CONFIRMATIONS,
  };
}

async function askHead(): Promise<Pick<FollowerPosition, 'head' | 'isWrongChain'>> {
  try {
    return { head: await askChain((rpc) => rpc.getBlockNumber()), isWrongChain: false };
  } catch (error) {
    if (!isChainAway(error)) throw error;
    return { head: null, isWrongChain: isAppError(error, 'wrong-chain') };
  }
}
