import type { JsonRpcProvider } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { log } from '@/platform/logger';
import {
  lockUnmovedCursor,
  moveCursor,
  readCursor,
  rewindCursor,
  type Cursor,
} from '@/registry/chain/chain-cursor';
import type { ChainEvent, ChainEventHandlers } from '@/registry/chain/chain-events';
import { applyEvent } from './apply-event';
import { findFork } from './find-fork';
import { BLOCKS_AT_ONCE, readEvents, type EventBlock } from './read-events';

/** Steps of one call, so that the worker's other tasks get their turn while it catches up. */
const STEPS = 50;

/** What was read, and what the database should move the cursor to. */
interface Reading {
  blocks: EventBlock[];
  end: Cursor;
}

/** Some block below this one is not what it was. */
interface Reorganisation {
  reorganisedBelow: number;
}

/** One transaction of the follower: at most one event, and where the cursor stands after it. */
interface Step {
  to: Cursor;
  event: ChainEvent | null;
}

/**
 * Reads the confirmed blocks that have not been read yet and applies their events: each event, what the rooms
 * do about it, and the cursor in one transaction. May be killed at any moment, and run by several workers at
 * once.
 * @returns whether everything confirmed has been read; false when there is more to do at once
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable; the cursor then stays where it is
 */
export async function followChain(handlers: ChainEventHandlers): Promise<boolean> {
  for (let step = 0; step < STEPS; step += 1) {
    const cursor = await readCursor();
    const reading = await askChain((rpc) => readOn(rpc, cursor));
    if (reading === 'nothing-new') return true;
    if ('reorganisedBelow' in reading) await goBack(cursor, reading.reorganisedBelow);
    else await applyBlocks(handlers, cursor, reading);
  }
  return false;
}

async function readOn(
  rpc: JsonRpcProvider,
  cursor: Cursor,
): Promise<Reading | 'nothing-new' | Reorganisation> {
  const head = await rpc.getBlockNumber();
  const confirmed = head - env().CHAIN_CONFIRMATIONS + 1;
  const from = cursor.nextBlock;
  // Either the node lags behind, or the chain is another one than was read.
  if (head < from - 1) return { reorganisedBelow: head + 1 };
  if (from > confirmed) return 'nothing-new';
  const to = Math.min(from + BLOCKS_AT_ONCE - 1, confirmed);
  const blocks = await readEvents(rpc, from, to);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) throw new Error('The node gave no block');
  const isOnOurs = cursor.blockHash === null || first.parentHash === cursor.blockHash;
  const isSamePart = cursor.partHash === null || first.hash === cursor.partHash;
  if (!isOnOurs || !isSamePart) return { reorganisedBelow: from };
  return { blocks, end: after(last) };
}

/** The cursor at the end of a block. */
function after({ number, hash }: EventBlock): Cursor {
  return { nextBlock: number + 1, blockHash: hash, nextLog: 0, partHash: null };
}

/** One transaction for each event, so that a slow machine finishes any block, and one for the empty rest. */
async function applyBlocks(
  handlers: ChainEventHandlers,
  start: Cursor,
  { blocks, end }: Reading,
): Promise<void> {
  let at = start;
  for (const { to, event } of stepsOf(blocks, start, end)) {
    const expected = at;
    const isMoved = await inTransaction(async (tx) => {
      if (!(await lockUnmovedCursor(tx, expected))) return false;
      if (event !== null) await applyEvent(tx, handlers, event);
      await moveCursor(tx, to);
      return true;
    });
    // Another worker was faster: what was read here is its business now.
    if (!isMoved) return;
    if (event !== null) {
      const { name, block, transactionHash } = event;
      log().info({ event: name, block, tx: transactionHash }, 'chain event');
    }
    at = to;
  }
}

function stepsOf(blocks: readonly EventBlock[], start: Cursor, end: Cursor): Step[] {
  const steps = blocks.flatMap((block): Step[] => {
    const { number, hash: partHash, parentHash: blockHash } = block;
    const isLeftOff = number === start.nextBlock;
    const events = block.events.filter(({ logIndex }) => !isLeftOff || logIndex >= start.nextLog);
    return events.map((event) => {
      if (event === events.at(-1)) return { event, to: after(block) };
      return { event, to: { nextBlock: number, blockHash, nextLog: event.logIndex + 1, partHash } };
    });
  });
  const isAtEnd = steps.at(-1)?.to.nextBlock === end.nextBlock;
  return isAtEnd ? steps : [...steps, { event: null, to: end }];
}

/**
 * Confirmed blocks are not what they were: the chain was reorganised deeper than we wait for. The follower
 * reads on from the newest block that is the same; recheckReports undoes what has vanished from the chain.
 */
async function goBack({ nextBlock }: Cursor, below: number): Promise<void> {
  const fork = await findFork(below);
  const to = await rewindCursor(fork === null ? 0 : fork.number + 1, fork?.hash ?? null);
  log().error({ nextBlock, to }, 'chain reorganised below confirmed blocks');
}
