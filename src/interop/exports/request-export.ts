import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';

/**
 * Asks for a copy of all records of a patient as one file. A worker makes it; the person is mailed when it is ready.
 * @throws AppError not-found for all but patients; proof-needed; conflict while one is being made or is ready
 */
export async function requestExport(actor: Actor): Promise<void> {
  requirePatient(actor);
  await requireFreshProof(actor);
  const { accountId } = actor;
  try {
    await inTransaction(async (tx) => {
      const now = await databaseNow(tx);
      await tx.recordsExport.createMany({
        data: {
          accountId,
          openFor: accountId,
          state: 'REQUESTED',
          requestedAt: now,
          runAfter: now,
        },
      });
      await queueSecurityNotice(tx, actor, { kind: 'export-requested' });
      appendAuditEvent(tx, {
        action: 'export.requested',
        actorKind: 'ACCOUNT',
        actorId: accountId,
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('conflict', {
      detail: (t) => t('interop.requestExport.oneAtATime'),
      cause: error,
    });
  }
}
