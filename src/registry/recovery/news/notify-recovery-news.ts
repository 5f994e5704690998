import type { JobPayload } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';
import type { RecoveryNews } from './recovery-news';

/**
 * Notifies the patient whose wallet it is of what happened to its recovery, in the transaction of the change.
 * @param origin when and in which browser, where the patient did it
 */
export async function notifyRecoveryNews(
  tx: Transaction,
  { id, accountId }: { id: string; accountId: string },
  news: RecoveryNews,
  origin?: JobPayload<'mail-recovery-news'>['origin'],
): Promise<void> {
  await notify(tx, {
    accountId,
    kind: `recovery-${news}`,
    refId: id,
    mail: {
      kind: 'mail-recovery-news',
      payload: { recoveryId: id, news, ...(origin !== undefined && { origin }) },
    },
  });
}
