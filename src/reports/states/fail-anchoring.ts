import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import type { FailedTransaction } from '@/registry/calls/settle-transactions';
import { moveReport } from './move-report';
import { canMove } from './states';
import { queueSealingNews } from '@/reports/mails/queue-sealing-news';

/**
 * Moves a report back to APPROVED when the transaction that should have anchored it failed and no other attempt
 * is pending, and mails the patient. Idempotent.
 */
export async function failAnchoring(
  tx: Transaction,
  { transactionId, reportId, reason }: FailedTransaction,
): Promise<void> {
  const report = await tx.report.findUnique({
    where: { id: reportId },
    select: { state: true, patientId: true },
  });
  if (report === null) return;
  const alive = await tx.chainTransaction.count({
    where: { reportId, kind: 'ADD_REPORT', status: { in: ['PREPARED', 'SENT'] } },
  });
  if (alive === 0 && canMove(report.state, 'fail-anchoring')) {
    await moveReport(tx, reportId, 'fail-anchoring', 'chain');
    await queueSealingNews(tx, transactionId, 'failed');
  }
  appendAuditEvent(tx, {
    action: 'report.anchoring-failed',
    relation: 'system',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId,
    ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    details: { reason },
  });
}
