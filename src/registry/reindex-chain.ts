import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction, type Transaction } from '@/platform/database';
import { env } from '@/platform/env';
import { isReportEvent, type ChainEvent } from './chain-events';
import { indexEvent } from './index-event';
import { indexRole } from './index-role';
import { indexSuccessor } from './index-successor';
import { reachFrom, readEvents } from './read-events';

/** How far a rebuild has come. */
export interface ReindexProgress {
  block: number;
  /** The last block that is read. */
  of: number;
  events: number;
}

/**
 * Rebuilds ChainReport and ChainRoleHolder from the chain alone, from the block in which the contract was deployed. It tells no
 * room: states, grants and the follower's cursor stay as they are. Workers may go on meanwhile: the head is
 * asked for at every step, so that what they take in is read here, too.
 * @param onProgress called after each stretch
 * @returns how many events the chain holds
 * @throws AppError chain-unavailable; the index is then incomplete, so run it again
 */
export async function reindexChain(
  onProgress: (progress: ReindexProgress) => void,
): Promise<number> {
  await database().chainReport.deleteMany();
  await database().chainRoleHolder.deleteMany();
  let events = 0;
  let from = env().REGISTRY_DEPLOYED_BLOCK;
  for (;;) {
    const head = await askChain((rpc) => rpc.getBlockNumber());
    const of = head - env().CHAIN_CONFIRMATIONS + 1;
    if (from > of) return events;
    const [first, to] = [from, Math.min(reachFrom(from), of)];
    const blocks = await askChain((rpc) => readEvents(rpc, first, to));
    for (const block of blocks) {
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
  if (isReportEvent(event)) {
    await indexEvent(tx, event);
    return;
  }
  switch (event.name) {
    case 'RecoveryProposed':
    case 'RecoveryVetoed':
      return;
    case 'RecoveryExecuted':
      return indexSuccessor(tx, event);
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'IssuerCompromised':
      return indexRole(tx, event);
  }
}
