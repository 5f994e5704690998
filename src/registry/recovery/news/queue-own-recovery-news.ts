import type { Actor } from '@/accounts/sessions/actor';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { notifyRecoveryNews } from './notify-recovery-news';

/**
 * Notifies patients of what they themselves have just done for a recovery: when and in which browser it
 * was done, by mail with the link that freezes the account in case it was somebody else.
 */
export async function queueOwnRecoveryNews(
  tx: Transaction,
  { accountId, device }: Actor,
  recoveryId: string,
  news: 'requested' | 'finishing',
): Promise<void> {
  const origin = { at: (await databaseNow(tx)).toISOString(), device };
  await notifyRecoveryNews(tx, { id: recoveryId, accountId }, news, origin);
}
