import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database';
import type { TransactionFailure } from '@/registry/transaction-failure';

/**
 * Notes that a change of the viewers came to nothing: who could see the report still can, and nobody else.
 * Grants that were only proposed wait for the next list that the chain confirms (apply-permissions.ts).
 */
export async function failPermissionChange(
  tx: Transaction,
  reportId: string,
  reason: TransactionFailure,
): Promise<void> {
  await appendAuditEvent(tx, {
    action: 'permissions.change-failed',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId,
    details: { reason },
  });
}
