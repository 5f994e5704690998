import type { Transaction } from '@/platform/database/database';
import {
  isReportEvent,
  type ChainEvent,
  type ChainEventHandlers,
  type ReportEvent,
} from '@/registry/chain/chain-events';
import { confirmTransaction } from '@/registry/calls/confirm-transaction';
import { indexEvent } from './index-event';
import { indexRole } from './index-role';
import { applyRecoveryEvent } from '@/registry/recovery/apply-recovery-event';

/** Applies a confirmed event to the index, the transactions and the rooms; harmless when repeated. */
export async function applyEvent(
  tx: Transaction,
  handlers: ChainEventHandlers,
  event: ChainEvent,
): Promise<void> {
  if (isReportEvent(event)) return applyReportEvent(tx, handlers, event);
  switch (event.name) {
    case 'RecoveryProposed':
    case 'RecoveryVetoed':
    case 'RecoveryExecuted':
      return applyRecoveryEvent(tx, event);
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'IssuerCompromised':
      return indexRole(tx, event);
  }
}

async function applyReportEvent(
  tx: Transaction,
  handlers: ChainEventHandlers,
  event: ReportEvent,
): Promise<void> {
  const isNews = await indexEvent(tx, event);
  await confirmTransaction(tx, event);
  if (event.name === 'ReportAdded') await handlers.reportAdded(tx, event);
  if (isNews) await applyStanding(tx, handlers, event);
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
      return handlers.permissionsSet(tx, event);
    case 'ReportTransferred':
      return handlers.reportTransferred(tx, event);
    case 'ReportWithdrawn':
      return handlers.reportWithdrawn(tx, event);
    case 'ReportRetracted':
      return handlers.reportRetracted(tx, event);
  }
}
