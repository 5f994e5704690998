import type { Transaction } from '@/platform/database/database';
import {
  isReportEvent,
  type ChainEvent,
  type ChainEventHandlers,
  type ReportAddedEvent,
  type ReportEvent,
} from '@/registry/chain/chain-events';
import { confirmTransactions } from '@/registry/calls/confirm-transactions';
import { applyRegistryEvent } from './apply-registry-event';
import { indexAdded, indexEvent } from './index-event';

/**
 * Applies confirmed events to the index, the transactions and the rooms, in their order; harmless when repeated.
 * Reports that were added one after the other, most of what there is, are applied together.
 */
export async function applyEvents(
  tx: Transaction,
  handlers: ChainEventHandlers,
  events: readonly ChainEvent[],
): Promise<void> {
  let added: ReportAddedEvent[] = [];
  for (const event of events) {
    if (event.name === 'ReportAdded') {
      added.push(event);
      continue;
    }
    await applyAdded(tx, handlers, added);
    added = [];
    await applyEvent(tx, handlers, event);
  }
  await applyAdded(tx, handlers, added);
}

/** A report can be added once, so these are of different reports. */
async function applyAdded(
  tx: Transaction,
  handlers: ChainEventHandlers,
  events: readonly ReportAddedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const news = await indexAdded(tx, events);
  await confirmTransactions(tx, events);
  await handlers.reportsAdded(tx, events);
  if (news.length > 0) await handlers.permissionsSet(tx, news);
}

async function applyEvent(
  tx: Transaction,
  handlers: ChainEventHandlers,
  event: Exclude<ChainEvent, ReportAddedEvent>,
): Promise<void> {
  if (isReportEvent(event)) {
    const isNews = await indexEvent(tx, event);
    await confirmTransactions(tx, [event]);
    if (isNews) await applyStanding(tx, handlers, event);
    return;
  }
  await applyRegistryEvent(tx, event);
}

/** What an event means for the report as it stands now; only for the newest one of a report. */
export async function applyStanding(
  tx: Transaction,
  handlers: ChainEventHandlers,
  event: ReportEvent,
): Promise<void> {
  switch (event.name) {
    case 'ReportAdded':
    case 'PermissionsSet':
      return handlers.permissionsSet(tx, [event]);
    case 'ReportTransferred':
      return handlers.reportTransferred(tx, event);
    case 'ReportWithdrawn':
      return handlers.reportWithdrawn(tx, event);
    case 'ReportRetracted':
      return handlers.reportRetracted(tx, event);
  }
}
