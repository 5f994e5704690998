import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { RECOVERY_CODE_PAUSE_MS } from './recovery-limits';

/**
 * Queues a mail with the code that confirms a request for recovery, at most once a minute.
 * @throws AppError proof-needed, too-many-requests
 */
export async function requestRecoveryCode(actor: Actor): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const before = new Date(now.getTime() - RECOVERY_CODE_PAUSE_MS);
    await tx.$executeRaw`
      INSERT IGNORE INTO RecoveryCode (accountId, requestedAt) VALUES (${accountId}, ${new Date(0)})`;
    const count = await tx.$executeRaw`
      UPDATE RecoveryCode SET requestedAt = ${now}
      WHERE accountId = ${accountId} AND requestedAt <= ${before}`;
    if (count !== 1) {
      throw new AppError('too-many-requests', {
        detail: (t) => t('registry.requestRecoveryCode.aCodeIsOnItsWay'),
      });
    }
    await enqueueJob(tx, 'mail-recovery-code', { accountId });
  });
}
