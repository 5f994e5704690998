import type { JsonRpcProvider } from 'ethers';
import { env } from '@/platform/env';
import type { ChainEvent } from '@/registry/chain/chain-events';
import { decodeEvent, EVENT_TOPICS } from './decode-event';
import { explains, mayHold } from './logs-bloom';
import { readHeaders, type Header } from '@/registry/chain/read-headers';

/** Blocks that a rebuild reads at once: their headers are one round trip. */
export const BLOCKS_AT_ONCE = 50;

/** One block and the contract's events in it, in their order. */
export interface EventBlock {
  number: number;
  hash: string;
  parentHash: string;
  events: ChainEvent[];
}

/**
 * Reads the contract's events of some blocks. A node that answers with no logs, or with too few, is not
 * trusted: a block without events must have a header whose bloom filter admits none, and of every other block
 * all logs are read, which must explain the whole filter.
 * @param from first block
 * @param to last block
 * @returns every block, in order
 * @throws Error when the node withholds logs, or the chain was reorganised meanwhile; try again
 */
export async function readEvents(
  rpc: JsonRpcProvider,
  from: number,
  to: number,
): Promise<EventBlock[]> {
  const headers = await readHeaders(rpc, from, to);
  return Promise.all(
    headers.map(async (header) => {
      const { number, hash, parentHash, logsBloom } = header;
      const isEmpty = !mayHold(logsBloom, env().REGISTRY_ADDRESS, EVENT_TOPICS);
      const events = isEmpty ? [] : await readBlock(rpc, header);
      return { number, hash, parentHash, events };
    }),
  );
}

/** By the block's hash: a node that does not have this block must refuse (EIP-234). */
async function readBlock(rpc: JsonRpcProvider, header: Header): Promise<ChainEvent[]> {
  const logs = await rpc.getLogs({ blockHash: header.hash });
  if (!explains(logs, header.logsBloom)) {
    throw new Error(`The node withholds logs of block ${header.number}`);
  }
  const address = env().REGISTRY_ADDRESS.toLowerCase();
  const blockTime = new Date(header.timestamp * 1_000);
  return logs
    .filter((log) => log.address.toLowerCase() === address)
    .filter((log) => EVENT_TOPICS.includes(log.topics[0] ?? ''))
    .toSorted((a, b) => a.index - b.index)
    .map((log) => decodeEvent(log, blockTime));
}
