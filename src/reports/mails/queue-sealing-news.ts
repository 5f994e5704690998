import { enqueueJob } from '@/jobs/enqueue-job';
import type { JobPayload } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';

/**
 * Queues the mail to a patient whose transaction failed, or was removed by a reorganisation; once for all reports
 * of one transaction. Without a hash the wallet never sent it, and no mail is needed. Call it in the transaction
 * of the change.
 * @param minedAt time of the block that was removed, because this can happen to a transaction more than once
 */
export async function queueSealingNews(
  tx: Transaction,
  transactionId: string,
  news: JobPayload<'mail-sealing-news'>['news'],
  minedAt?: Date,
): Promise<void> {
  const { batchId, transactionHash } = await tx.chainTransaction.findUniqueOrThrow({
    where: { id: transactionId },
  });
  if (transactionHash === null) return;
  const once = [news, batchId ?? transactionId, transactionHash, minedAt?.getTime() ?? ''];
  await enqueueJob(
    tx,
    'mail-sealing-news',
    { transactionId, news },
    { dedupeKey: `mail-sealing-news:${once.join(':')}` },
  );
}
