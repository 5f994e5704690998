import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import type { ReportAddedEvent } from '@/registry/chain/chain-events';
import { moveReport } from './move-report';
import { canMove } from './states';

/**
 * Applies the anchoring of a report that the chain has confirmed. The staged data stays until no reorganisation
 * can remove the report again (finalise-report.ts). Called by the chain follower inside its transaction;
 * idempotent.
 */
export async function confirmAnchoring(tx: Transaction, event: ReportAddedEvent): Promise<void> {
  const report = await tx.report.findFirst({
    where: {
      contentHash: event.contentHash,
      // Another issuer of the registry could attest the same content for somebody else.
      patient: { wallets: { some: { address: event.owner } } },
    },
    select: { id: true, state: true, patientId: true, anchoredAt: true },
  });
  if (report === null || report.anchoredAt !== null) return;
  if (!canMove(report.state, 'confirm-anchoring')) {
    log().error({ report: report.id, state: report.state }, 'an anchored report is not awaited');
    return;
  }
  await moveReport(tx, report.id, 'confirm-anchoring', 'chain', { anchoredAt: event.blockTime });
  appendAuditEvent(tx, {
    action: 'report.anchored',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId: report.id,
    ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    details: { block: event.block, transactionHash: event.transactionHash },
  });
}
