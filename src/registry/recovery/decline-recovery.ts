import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import { notifyRecoveryNews } from '@/registry/recovery/news/notify-recovery-news';
import { sealPersonText } from '@/vault/person-texts';
import { requireNotOnChain } from './require-not-on-chain';
import type { MessageKey } from '@/messages/translator';

/** Why an administrator declines; the patient reads it. */
export const declineInput = z.object({
  reason: z
    .string()
    .trim()
    .refine(isWholeText, { error: LOST_CHARACTER })
    .min(5, { error: 'registry.declineRecovery.reasonTooShort' satisfies MessageKey })
    .max(500, { error: 'registry.declineRecovery.reasonTooLong' satisfies MessageKey }),
});

/**
 * Declines a patient's request for recovery, who is mailed the reason.
 * @throws AppError forbidden, proof-needed, not-found; conflict once it is proposed, confirmed or not, or over;
 * chain-unavailable
 */
export async function declineRecovery(
  actor: Actor,
  recoveryId: string,
  { reason }: z.infer<typeof declineInput>,
): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  const recovery = await database().walletRecovery.findUnique({ where: { id: recoveryId } });
  if (recovery === null) throw new AppError('not-found');
  if (recovery.state === 'REQUESTED') await requireNotOnChain(recovery);
  await inTransaction(async (tx) => {
    const { count } = await tx.walletRecovery.updateMany({
      where: { id: recoveryId, state: 'REQUESTED' },
      data: {
        state: 'DECLINED',
        declinedById: actor.accountId,
        sealedDeclineReason: await sealPersonText(
          tx,
          recovery.accountId,
          `wallet-recovery/${recoveryId}/reason`,
          reason,
        ),
        endedAt: await databaseNow(tx),
      },
    });
    if (count !== 1) throw new AppError('conflict');
    await notifyRecoveryNews(tx, recovery, 'declined');
    const about = recovery.oldAddress;
    await queueSecurityNotice(tx, actor, {
      kind: 'administration',
      act: 'recovery-decline',
      about,
    });
    appendAuditEvent(tx, {
      action: 'recovery.declined',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: recovery.accountId,
    });
  });
}
