import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { readFinal } from '@/registry/chain/chain-view';

/** Blocks that decide how far something on the chain has come. */
export interface Heads {
  /** The newest block on which as many are as CHAIN_CONFIRMATIONS asks for. */
  confirmed: number;
  final: number | null;
}

/**
 * Reads them.
 * @throws AppError chain-unavailable, wrong-chain
 */
export async function readHeads(): Promise<Heads> {
  return askChain(async (rpc) => {
    const head = await rpc.getBlockNumber();
    const confirmed = Math.max(head - env().CHAIN_CONFIRMATIONS + 1, 0);
    return { confirmed, final: await readFinal(rpc, head) };
  });
}
