import type { JsonRpcProvider } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { inTransaction, type Transaction } from '@/platform/database';
import { env } from '@/platform/env';
import { log } from '@/platform/logger';
import { lockCursor, moveCursor, readCursor, rewindCursor, type Cursor } from './chain-cursor';
import {
  isReportEvent,
  type ChainEvent,
  type ChainEventHandlers,
  type ReportEvent,
} from './chain-events';
import { confirmTransaction } from './confirm-transaction';
import { indexEvent } from './index-event';
import { indexRole } from './index-role';
import { reachFrom, readEvents, type EventBlock } from './read-events';
import { takeInRecovery } from './recovery/take-in-recovery';

/** The deepest reorganisation that is repaired by itself: Ethereum finalises after about 64 blocks. */
const REWIND_BLOCKS = 64;

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

/**
 * Reads the confirmed blocks that have not been read yet and takes their events in: each block's events,
 * what the rooms do about them, and the cursor in one transaction. May be killed at any moment, and run by
 * several workers at once.
 * @returns whether everything confirmed has been read; false when there is more to do at once
 * @throws AppError chain-unavailable, database-unavailable
 */
export async function followChain(handlers: ChainEventHandlers): Promise<boolean> {
  for (let step = 0; step < STEPS; step += 1) {
    const cursor = await readCursor();
    const reading = await askChain((rpc) => readOn(rpc, cursor));
    if (reading === 'nothing-new') return true;
    if ('reorganisedBelow' in reading) await goBack(cursor, reading.reorganisedBelow);
    else await takeIn(handlers, cursor, reading);
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
  const to = Math.min(reachFrom(from), confirmed);
  const [before, last, blocks] = await Promise.all([
    cursor.blockHash === null ? null : rpc.getBlock(from - 1),
    rpc.getBlock(to),
    readEvents(rpc, from, to),
  ]);
  if (cursor.blockHash !== null && before?.hash !== cursor.blockHash) {
    return { reorganisedBelow: from };
  }
  if (typeof last?.hash !== 'string') throw new Error(`The node does not know block ${to}`);
  return { blocks, end: { nextBlock: to + 1, blockHash: last.hash } };
}

/** One transaction for each block with events, and one for the empty rest. */
async function takeIn(
  handlers: ChainEventHandlers,
  start: Cursor,
  { blocks, end }: Reading,
): Promise<void> {
  let at = start;
  const steps: { to: Cursor; events: ChainEvent[] }[] = blocks.map(({ number, hash, events }) => ({
    to: { nextBlock: number + 1, blockHash: hash },
    events,
  }));
  if (steps.at(-1)?.to.nextBlock !== end.nextBlock) steps.push({ to: end, events: [] });
  for (const { to, events } of steps) {
    const expected = at;
    const moved = await inTransaction(async (tx) => {
      if (!(await lockCursor(tx, expected))) return false;
      for (const event of events) await takeInEvent(tx, handlers, event);
      await moveCursor(tx, to);
      return true;
    });
    // Another worker was faster: what was read here is its business now.
    if (!moved) return;
    for (const event of events) {
      log().info(
        { event: event.name, block: event.block, tx: event.transactionHash },
        'chain event',
      );
    }
    at = to;
  }
}

async function takeInEvent(
  tx: Transaction,
  handlers: ChainEventHandlers,
  event: ChainEvent,
): Promise<void> {
  if (isReportEvent(event)) return takeInReport(tx, handlers, event);
  switch (event.name) {
    case 'RecoveryProposed':
    case 'RecoveryVetoed':
    case 'RecoveryExecuted':
      return takeInRecovery(tx, event);
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'IssuerCompromised':
      return indexRole(tx, event);
  }
}

async function takeInReport(
  tx: Transaction,
  handlers: ChainEventHandlers,
  event: ReportEvent,
): Promise<void> {
  const isNews = await indexEvent(tx, event);
  await confirmTransaction(tx, event);
  switch (event.name) {
    case 'ReportAdded':
      await handlers.reportAdded(tx, event);
      if (isNews) await handlers.permissionsSet(tx, event);
      return;
    case 'PermissionsSet':
      if (isNews) await handlers.permissionsSet(tx, event);
      return;
    case 'ReportTransferred':
      if (isNews) await handlers.reportTransferred(tx, event);
      return;
    case 'ReportWithdrawn':
      if (isNews) await handlers.reportWithdrawn(tx, event);
      return;
    case 'ReportRetracted':
      if (isNews) await handlers.reportRetracted(tx, event);
  }
}

/**
 * Confirmed blocks are not what they were: the chain was reorganised deeper than we wait for. Reading again
 * does no harm, and the contract is asked before anything is shown; but a report that is gone from the
 * chain stays listed as anchored, so a person must look.
 */
async function goBack({ nextBlock }: Cursor, below: number): Promise<void> {
  const to = await rewindCursor(below - REWIND_BLOCKS);
  log().error({ nextBlock, to }, 'chain reorganised below confirmed blocks');
}
