import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { sealPersonText } from '@/vault/person-texts';
import { referToPerson } from './refer-to-person';

/**
 * Declines a person's request to correct their name or birth date; they are mailed the reason.
 * @throws AppError forbidden for everyone except administrators; proof-needed; not-found; conflict when it is decided
 * already
 */
export async function declineProfileChange(
  actor: Actor,
  changeId: string,
  answer: string,
): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const change = await tx.profileChange.findUnique({ where: { id: changeId } });
    if (change === null) throw new AppError('not-found');
    const { count } = await tx.profileChange.updateMany({
      where: { id: changeId, state: 'ASKED' },
      data: {
        ...{ state: 'DECLINED', openFor: null, mac: null },
        sealedAnswer: await sealPersonText(
          tx,
          change.accountId,
          `profile-change/${changeId}/answer`,
          answer,
        ),
        decidedById: actor.accountId,
        decidedAt: await databaseNow(tx),
      },
    });
    if (count === 0) throw new AppError('conflict');
    await notify(tx, {
      accountId: change.accountId,
      kind: 'profile-declined',
      mail: { kind: 'mail-profile-change', payload: { changeId, device: null } },
    });
    const about = await referToPerson(tx, change.accountId);
    await queueSecurityNotice(tx, actor, { kind: 'administration', act: 'profile-decline', about });
    appendAuditEvent(tx, {
      action: 'account.profile-change-declined',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: change.accountId,
    });
  });
}
