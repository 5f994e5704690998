import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import type { ReportTransferredEvent } from '@/registry/chain/chain-events';

/**
 * Removes every grant of a report that was transferred to another wallet, because the contract ended all permissions.
 * Called by the follower inside its transaction; idempotent.
 */
export async function revokeTransferredGrants(
  tx: Transaction,
  event: ReportTransferredEvent,
): Promise<void> {
  const report = await tx.report.findUnique({
    where: { contentHash: event.contentHash },
    select: { id: true, patientId: true },
  });
  if (report === null) return;
  const { transactionHash } = event;
  const known = await tx.auditEvent.count({
    where: {
      reportId: report.id,
      action: 'report.transferred',
      details: { path: '$.transactionHash', equals: transactionHash },
    },
  });
  if (known > 0) return;
  const { count } = await tx.grant.updateMany({
    where: { reportId: report.id, state: { not: 'REMOVED' } },
    data: { state: 'REMOVED', removedAt: event.blockTime },
  });
  appendAuditEvent(tx, {
    action: 'report.transferred',
    relation: 'system',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId: report.id,
    ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    details: {
      removed: count,
      newOwner: event.newOwner,
      block: event.block,
      transactionHash,
    },
  });
}
