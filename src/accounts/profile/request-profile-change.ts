import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import type { ProfileFields } from './profile-fields';

/**
 * Asks the administrators to correct a person's name or birth date. It replaces a request that is still open.
 * @throws AppError proof-needed
 */
export async function requestProfileChange(
  actor: Actor,
  wanted: ProfileFields,
  reason: string,
): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    await tx.profileChange.deleteMany({ where: { openFor: accountId } });
    await tx.profileChange.create({
      data: { accountId, openFor: accountId, state: 'ASKED', wanted, reason },
    });
    appendAuditEvent(tx, {
      action: 'account.profile-change-requested',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
}
