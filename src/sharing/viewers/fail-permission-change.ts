import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import type { FailedTransaction } from '@/registry/calls/settle-transactions';
import { queueSealingNews } from '@/reports/mails/queue-sealing-news';

/**
 * Notes, and tells the patient by mail, that a change of the viewers came to nothing: who could see the report still can, and nobody else.
 * Grants that were only proposed wait for the next list that the chain confirms (apply-permissions.ts).
 */
export async function failPermissionChange(
  tx: Transaction,
  { transactionId, reportId, reason }: FailedTransaction,
): Promise<void> {
  await queueSealingNews(tx, transactionId, 'change-failed');
  await appendAuditEvent(tx, {
    action: 'permissions.change-failed',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId,
    details: { reason },
  });
}
