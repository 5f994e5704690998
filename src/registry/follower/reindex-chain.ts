import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import {
  isReportEvent,
  type ChainEvent,
  type ChainEventHandlers,
  type RecheckHandlers,
} from '@/registry/chain/chain-events';
import { forgetFinality } from '@/registry/chain/chain-cursor';
import { followChain } from './follow-chain';
import { recheckReports } from './recheck-reports';
import { applyRegistryEvent } from './apply-registry-event';
import { indexEvent } from './index-event';
import { BLOCKS_AT_ONCE, readEvents } from './read-events';

/** What a person may ask of a rebuild. */
export interface ReindexOptions {
  /**
   * Deletes the record of final blocks and reads the chain as it is now. Only for a chain that took back blocks
   * which had counted as final: otherwise a wrong node would be followed.
   */
  forgetFinalBlocks?: boolean;
}

/** How far a rebuild has come. */
export interface ReindexProgress {
  block: number;
  /** The last block that is read. */
  of: number;
  events: number;
}

/**
 * Rebuilds ChainReport and ChainRoleHolder from the chain alone, from the block in which the contract was
 * deployed, applies recoveries that were missed, and then compares every report with the contract: what the
 * chain has and the database lacks is applied, states, viewers and transactions included. Workers may
 * go on meanwhile: the head is asked for at every step, so that what they read is read here, too.
 * @param onProgress called after each stretch
 * @returns how many events the chain holds
 * @throws AppError chain-unavailable, wrong-chain; the index is then incomplete, so run it again
 */
export async function reindexChain(
  handlers: ChainEventHandlers & RecheckHandlers,
  onProgress: (progress: ReindexProgress) => void,
  { forgetFinalBlocks = false }: ReindexOptions = {},
): Promise<number> {
  if (forgetFinalBlocks) await forgetFinality();
  // On a wrong chain this fails, before anything is deleted.
  await catchUp(handlers);
  await database().chainReport.deleteMany();
  await database().chainRoleHolder.deleteMany();
  const events = await rebuildIndex(onProgress);
  await catchUp(handlers);
  await database().chainTransaction.updateMany({
    where: { kind: 'ADD_REPORT' },
    data: { checkedAt: null, isSettled: false },
  });
  while ((await recheckReports(handlers)) > 0) continue;
  return events;
}

async function catchUp(handlers: ChainEventHandlers): Promise<void> {
  while (!(await followChain(handlers))) continue;
}

async function rebuildIndex(onProgress: (progress: ReindexProgress) => void): Promise<number> {
  let events = 0;
  let from = env().REGISTRY_DEPLOYED_BLOCK;
  for (;;) {
    const head = await askChain((rpc) => rpc.getBlockNumber());
    const of = head - env().CHAIN_CONFIRMATIONS + 1;
    if (from > of) return events;
    const [first, to] = [from, Math.min(from + BLOCKS_AT_ONCE - 1, of)];
    const blocks = await askChain((rpc) => readEvents(rpc, first, to));
    for (const block of blocks) {
      if (block.events.length === 0) continue;
      await inTransaction(async (tx) => {
        for (const event of block.events) await index(tx, event);
      });
      events += block.events.length;
    }
    onProgress({ block: to, of, events });
    from = to + 1;
  }
}

async function index(tx: Transaction, event: ChainEvent): Promise<void> {
  if (isReportEvent(event)) await indexEvent(tx, event);
  else await applyRegistryEvent(tx, event);
}
