import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import type { FailedTransaction } from '@/registry/calls/settle-transactions';
import { queueSealingNews } from '@/reports/mails/queue-sealing-news';

/** Records that a withdrawal failed, and notifies the patient. The report is as valid as before. */
export async function failWithdrawal(
  tx: Transaction,
  { transactionId, reportId, reason }: FailedTransaction,
): Promise<void> {
  await queueSealingNews(tx, transactionId, 'withdrawal-failed');
  appendAuditEvent(tx, {
    action: 'report.withdrawal-failed',
    relation: 'system',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId,
    details: { reason },
  });
}
