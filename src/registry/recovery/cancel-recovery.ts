import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { notifyRecoveryNews } from '@/registry/recovery/news/notify-recovery-news';
import { requireNotOnChain } from './require-not-on-chain';

/**
 * Takes a patient's own request for recovery back, as long as it is not on the chain.
 * @throws AppError not-found; wrong-state once it is proposed or over; conflict when it is proposed but not
 * confirmed yet; chain-unavailable
 */
export async function cancelRecovery({ accountId }: Actor, recoveryId: string): Promise<void> {
  const recovery = await database().walletRecovery.findFirst({
    where: { id: recoveryId, accountId },
  });
  if (recovery === null) throw new AppError('not-found');
  if (recovery.state === 'REQUESTED') await requireNotOnChain(recovery);
  await inTransaction(async (tx) => {
    const { count } = await tx.walletRecovery.updateMany({
      where: { id: recoveryId, state: 'REQUESTED' },
      data: { state: 'CANCELLED', endedAt: await databaseNow(tx) },
    });
    if (count !== 1) {
      throw new AppError('wrong-state', {
        detail: (t) => t('registry.cancelRecovery.thisRequestHasMovedOnMeanwhile'),
      });
    }
    await notifyRecoveryNews(tx, recovery, 'cancelled');
    appendAuditEvent(tx, {
      action: 'recovery.cancelled',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
}
