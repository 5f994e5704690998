import type { Actor } from '@/accounts/sessions/actor';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { queueKitUpdate } from './queue-kit-update';
import { WAY_ROW, type KitWay } from './recipient-input';

/**
 * Takes a key out of a patient's recovery kit; a job encrypts the data keys of all reports anew, without it. Removing
 * one that is gone already changes nothing.
 * @throws AppError proof-needed
 */
export async function removeRecoveryRecipient(actor: Actor, way: KitWay): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    const { count } = await tx.recoveryRecipient.updateMany({
      where: { accountId, way: WAY_ROW[way], revokedAt: null },
      data: { revokedAt: await databaseNow(tx), mac: null },
    });
    if (count === 0) return;
    await queueKitUpdate(tx, accountId);
    await queueSecurityNotice(tx, actor, { kind: 'kit-changed', way, change: 'removed' });
    appendAuditEvent(tx, {
      action: 'recovery-kit.key-removed',
      actorKind: 'ACCOUNT',
      actorId: accountId,
      details: { way },
    });
  });
}
