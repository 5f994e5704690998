import type { Actor } from '@/accounts/sessions/actor';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/**
 * Queues the mail to patients about what they themselves have just done for a recovery: when and in which browser it
 * was done, with the link that freezes the account in case it was somebody else.
 */
export async function queueOwnRecoveryNews(
  tx: Transaction,
  { device }: Actor,
  recoveryId: string,
  news: 'requested' | 'finishing',
): Promise<void> {
  const origin = { at: (await databaseNow(tx)).toISOString(), device };
  await enqueueJob(tx, 'mail-recovery-news', { recoveryId, news, origin });
}
