import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { inTransaction } from '@/platform/database/database';
import { sealPersonText } from '@/vault/person-texts';
import { profileChangeMac } from './profile-change-mac';
import { withWorkplace, type ProfileFields } from './profile-fields';
import { readProfile } from './read-profile';
import { requireChange } from './write-profile';

/**
 * Asks the administrators to correct a person's name, birth date, clinic or licence. It replaces a request that is
 * still open. The administrators are notified.
 * @throws AppError proof-needed; invalid-input when nothing would change
 */
export async function requestProfileChange(
  actor: Actor,
  input: ProfileFields,
  reason: string,
): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const { role, fields } = await readProfile(tx, accountId);
    const wanted = withWorkplace(input, fields);
    requireChange(role, fields, wanted);
    const { count: replaced } = await tx.profileChange.deleteMany({
      where: { openFor: accountId },
    });
    const id = uuidv7();
    const sealedReason = await sealPersonText(tx, accountId, `profile-change/${id}/reason`, reason);
    await tx.profileChange.create({
      data: {
        ...{ id, accountId, openFor: accountId, state: 'ASKED', wanted, sealedReason },
        mac: await profileChangeMac(tx, { id, accountId, wanted }),
      },
    });
    // A request in the place of another one is no news.
    if (replaced === 0) {
      await notifyAdministrators(tx, { kind: 'correction-waiting', once: `correction:${id}` });
    }
    appendAuditEvent(tx, {
      action: 'account.profile-change-requested',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
}
