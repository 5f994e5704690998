import { enqueueJob } from '@/jobs/enqueue-job';
import type { JobPayload } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';

/**
 * Queues the mail to a patient whose transaction came to nothing, or was taken back; once for all reports of
 * one transaction. What the wallet never sent is no news to its owner. Call it in the transaction of the change.
 * @param takenBackFrom the block's time, because a transaction can be mined and taken back more than once
 */
export async function queueSealingNews(
  tx: Transaction,
  transactionId: string,
  news: JobPayload<'mail-sealing-news'>['news'],
  takenBackFrom?: Date,
): Promise<void> {
  const { batchId, transactionHash } = await tx.chainTransaction.findUniqueOrThrow({
    where: { id: transactionId },
  });
  if (transactionHash === null) return;
  const once = [news, batchId ?? transactionId, transactionHash, takenBackFrom?.getTime() ?? ''];
  await enqueueJob(
    tx,
    'mail-sealing-news',
    { transactionId, news },
    { dedupeKey: `mail-sealing-news:${once.join(':')}` },
  );
}
