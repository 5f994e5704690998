import type { JsonRpcProvider, Log } from 'ethers';
import { env } from '@/platform/env';
import type { ChainEvent } from './chain-events';
import { decodeEvent, EVENT_TOPICS } from './decode-event';

/** How many ranges are asked for in one round trip. */
const RANGES_AT_ONCE = 4;

/** The events of one block, in their order. */
export interface EventBlock {
  number: number;
  hash: string;
  events: ChainEvent[];
}

/** How far one call of readEvents can reach from a block. */
export function reachFrom(from: number): number {
  return from + RANGES_AT_ONCE * env().CHAIN_LOG_RANGE - 1;
}

/**
 * Reads the contract's events of some blocks, never asking for more than CHAIN_LOG_RANGE blocks at once.
 * @param from first block
 * @param to last block, at most reachFrom(from)
 * @returns the blocks that hold events, in their order
 * @throws Error when the chain was reorganised while it was read; try again
 */
export async function readEvents(
  rpc: JsonRpcProvider,
  from: number,
  to: number,
): Promise<EventBlock[]> {
  const range = env().CHAIN_LOG_RANGE;
  const questions: Promise<Log[]>[] = [];
  for (let start = from; start <= to; start += range) {
    const filter = {
      address: env().REGISTRY_ADDRESS,
      topics: [[...EVENT_TOPICS]],
      fromBlock: start,
      toBlock: Math.min(start + range - 1, to),
    };
    questions.push(rpc.getLogs(filter));
  }
  const logs = (await Promise.all(questions)).flat();
  logs.sort((a, b) => a.blockNumber - b.blockNumber || a.index - b.index);
  const byBlock = new Map<number, Log[]>();
  for (const log of logs) {
    byBlock.set(log.blockNumber, [...(byBlock.get(log.blockNumber) ?? []), log]);
  }
  return Promise.all([...byBlock].map(([number, ofBlock]) => readBlock(rpc, number, ofBlock)));
}

async function readBlock(rpc: JsonRpcProvider, number: number, logs: Log[]): Promise<EventBlock> {
  const block = await rpc.getBlock(number);
  const hash = block?.hash ?? null;
  if (block === null || hash === null || logs.some((log) => log.blockHash !== hash)) {
    throw new Error(`Block ${number} changed while it was read`);
  }
  const blockTime = new Date(block.timestamp * 1_000);
  return { number, hash, events: logs.map((log) => decodeEvent(log, blockTime)) };
}
