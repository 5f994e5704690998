import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import type { FailedTransaction } from '@/registry/calls/settle-transactions';
import { queueSealingNews } from '@/reports/mails/queue-sealing-news';

/**
 * Records that a change of the viewers failed, and queues a mail to the patient. The viewers stay as they were.
 * Proposed grants wait for the next confirmed list (apply-permissions.ts).
 */
export async function failPermissionChange(
  tx: Transaction,
  { transactionId, reportId, reason }: FailedTransaction,
): Promise<void> {
  await queueSealingNews(tx, transactionId, 'change-failed');
  appendAuditEvent(tx, {
    action: 'permissions.change-failed',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId,
    details: { reason },
  });
}
