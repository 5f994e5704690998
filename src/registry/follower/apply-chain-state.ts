import { askChain } from '@/platform/chain-rpc';
import type { ChainReport } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import {
  isReportEvent,
  type ChainEventHandlers,
  type RecheckHandlers,
  type ReportEvent,
  type Standing,
} from '@/registry/chain/chain-events';
import { confirmTransactions } from '@/registry/calls/confirm-transactions';
import { indexEvent } from './index-event';
import { readEvents } from './read-events';
import type { OnChainReport } from '@/registry/contract/read-report';
import { applyStanding } from './apply-events';
import { indexedWords, isIndexed } from './compare-index';

/** What is to be applied to the database. */
interface ChainState {
  standing: Standing;
  chain: OnChainReport;
  /** The report's events in the two blocks that its state names, in order; none when it is not there. */
  events: readonly ReportEvent[];
  /** Whether the database holds something later, which a reorganisation dropped. */
  isReverted: boolean;
}

/**
 * Where a report stands on the chain.
 * @param row the index of the report; its list is used when it is the present one
 * @throws AppError chain-unavailable, wrong-chain
 */
export async function readStanding(
  contentHash: Uint8Array<ArrayBuffer>,
  chain: OnChainReport,
  row: ChainReport | null,
): Promise<Standing> {
  const { status, owner } = chain;
  if (isIndexed(row, chain)) {
    return { contentHash, status, owner, permissions: indexedWords(row) };
  }
  const last = (await readReportEvents(contentHash, chain)).at(-1);
  const permissions = last !== undefined && 'permissions' in last ? last.permissions : [];
  return { contentHash, status, owner, permissions };
}

/**
 * The events of a report in the block where it was added and in the one of its last change.
 * @throws AppError chain-unavailable, also when the node does not give what its state names
 */
export async function readReportEvents(
  contentHash: Uint8Array<ArrayBuffer>,
  { status, addedBlock, permissionsBlock }: OnChainReport,
): Promise<ReportEvent[]> {
  if (status === 'none') return [];
  return askChain(async (rpc) => {
    const numbers = [...new Set([addedBlock, permissionsBlock])];
    const blocks = await Promise.all(numbers.map((number) => readEvents(rpc, number, number)));
    const events = blocks
      .flat()
      .flatMap((block) => block.events)
      .filter(isReportEvent)
      .filter((event) => Buffer.compare(event.contentHash, contentHash) === 0);
    if (events.every(({ name }) => name !== 'ReportAdded')) {
      throw new Error(`Block ${addedBlock} has no report, against the contract's answer`);
    }
    return events;
  });
}

/** Writes the contract's state of a report into the index, the transactions and the rooms. */
export async function applyChainState(
  tx: Transaction,
  handlers: ChainEventHandlers & RecheckHandlers,
  { standing, chain, events, isReverted }: ChainState,
): Promise<void> {
  const { contentHash } = standing;
  await tx.chainReport.deleteMany({ where: { contentHash } });
  for (const event of events) {
    await indexEvent(tx, event);
    await confirmTransactions(tx, [event]);
    if (event.name === 'ReportAdded') await handlers.reportsAdded(tx, [event]);
  }
  // Neither block shows a transfer before the last change, or a recovery.
  await tx.chainReport.updateMany({ where: { contentHash }, data: { owner: chain.owner } });
  const last = events.at(-1);
  if (last === undefined || (isReverted && last.name !== 'ReportRetracted')) {
    await handlers.permissionsReverted(tx, standing);
  } else {
    await applyStanding(tx, handlers, last);
  }
}
