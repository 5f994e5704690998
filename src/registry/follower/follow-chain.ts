import type { JsonRpcProvider } from 'ethers';
import { adaptiveSize } from '@/platform/adaptive-size';
import { askChain } from '@/platform/chain-rpc';
import { inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import {
  lockUnmovedCursor,
  moveCursor,
  readCursor,
  rewindCursor,
  type Cursor,
} from '@/registry/chain/chain-cursor';
import type { ChainEvent, ChainEventHandlers } from '@/registry/chain/chain-events';
import { applyEvents } from './apply-events';
import { findFork } from './find-fork';
import { readEvents, type EventBlock } from './read-events';

/** Steps of one call, so that the worker's other tasks get their turn while it catches up. */
const STEPS = 50;

/** Blocks whose headers are asked for in one batch; fewer when a provider refuses so many. */
const stretch = adaptiveSize({ most: 250, least: 10 });

/** Events applied in one transaction; fewer when a slow machine does not finish so many in its time. */
const batch = adaptiveSize({ most: 100, least: 1 });

/** What was read, and what the database should move the cursor to. */
interface Reading {
  blocks: EventBlock[];
  end: Cursor;
}

/** Some block below this one is not what it was. */
interface Reorganisation {
  reorganisedBelow: number;
}

/** An event, if any, and where the cursor stands after it. */
interface Step {
  to: Cursor;
  event: ChainEvent | null;
}

/**
 * Reads the confirmed blocks that have not been read yet and applies their events: some events, what the rooms
 * do about them, and the cursor in one transaction. May be killed at any moment, and run by several workers at
 * once.
 * @param most events in one transaction
 * @returns whether everything confirmed has been read; false when there is more to do at once
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable; the cursor then stays where it is
 */
export async function followChain(handlers: ChainEventHandlers, most = Infinity): Promise<boolean> {
  // Asked once: what is mined meanwhile is read at the next call.
  let head = await askChain((rpc) => rpc.getBlockNumber());
  for (let step = 0; step < STEPS; step += 1) {
    const cursor = await readCursor();
    const reading = await readStretch(cursor, head);
    if (reading === 'nothing-new') return true;
    if ('reorganisedBelow' in reading) {
      await goBack(cursor, reading.reorganisedBelow);
      head = await askChain((rpc) => rpc.getBlockNumber());
    } else await applyBlocks(handlers, cursor, reading, most);
  }
  return false;
}

/** Tries again with fewer blocks at once, because a provider may limit the size of a batch or of its answer. */
async function readStretch(
  cursor: Cursor,
  head: number,
): Promise<Reading | 'nothing-new' | Reorganisation> {
  for (;;) {
    try {
      const reading = await askChain((rpc) => readOn(rpc, cursor, head));
      stretch.grow();
      return reading;
    } catch (error) {
      if (!isAppError(error, 'chain-unavailable') || !stretch.shrink()) throw error;
    }
  }
}

async function readOn(
  rpc: JsonRpcProvider,
  cursor: Cursor,
  head: number,
): Promise<Reading | 'nothing-new' | Reorganisation> {
  const confirmed = head - env().CHAIN_CONFIRMATIONS + 1;
  const from = cursor.nextBlock;
  // Either the node lags behind, or the chain is another one than was read.
  if (head < from - 1) return { reorganisedBelow: head + 1 };
  if (from > confirmed) return 'nothing-new';
  const to = Math.min(from + stretch.size() - 1, confirmed);
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

/** All or nothing of each batch; one that fails is tried again in smaller ones. */
async function applyBlocks(
  handlers: ChainEventHandlers,
  start: Cursor,
  { blocks, end }: Reading,
  most: number,
): Promise<void> {
  const steps = stepsOf(blocks, start, end);
  let at = start;
  while (steps.length > 0) {
    const expected = at;
    const taken = steps.splice(0, Math.min(most, batch.size()));
    const to = taken.at(-1)?.to ?? end;
    const events = taken.flatMap(({ event }) => event ?? []);
    try {
      const isMoved = await inTransaction(async (tx) => {
        if (!(await lockUnmovedCursor(tx, expected))) return false;
        await applyEvents(tx, handlers, events);
        await moveCursor(tx, to);
        return true;
      });
      // Another worker was faster: what was read here is its business now.
      if (!isMoved) return;
    } catch (error) {
      batch.shrink();
      throw error;
    }
    batch.grow();
    for (const { name, block, transactionHash } of events) {
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
