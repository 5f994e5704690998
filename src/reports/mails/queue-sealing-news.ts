import type { JobPayload } from '@/jobs/job-kinds';
import type { NoticeKind } from '@/notifications/notice-kinds';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';

type SealingNews = JobPayload<'mail-sealing-news'>['news'];

const KINDS = {
  failed: 'sealing-failed',
  undone: 'sealing-undone',
  'change-failed': 'change-failed',
  'withdrawal-failed': 'withdrawal-failed',
} as const satisfies Record<SealingNews, NoticeKind>;

/**
 * Notifies a patient whose transaction failed, or was removed by a reorganisation; once for all reports
 * of one transaction. Without a hash the wallet never sent it, and there is no news, unless the patient has signed it
 * for the clinic to send. Call it in the transaction of the change.
 * @param minedAt time of the block that was removed, because this can happen to a transaction more than once
 */
export async function queueSealingNews(
  tx: Transaction,
  transactionId: string,
  news: SealingNews,
  minedAt?: Date,
): Promise<void> {
  const { batchId, transactionHash, relayedCallId, reportId, report } =
    await tx.chainTransaction.findUniqueOrThrow({
      where: { id: transactionId },
      include: { report: { select: { patientId: true } } },
    });
  const isNews = transactionHash !== null || relayedCallId !== null;
  if (!isNews || report.patientId === null) return;
  const once = [news, batchId ?? transactionId, transactionHash ?? '', minedAt?.getTime() ?? ''];
  await notify(tx, {
    accountId: report.patientId,
    kind: KINDS[news],
    refId: reportId,
    reports: batchId === null ? 1 : await tx.chainTransaction.count({ where: { batchId } }),
    mail: {
      kind: 'mail-sealing-news',
      payload: { transactionId, news },
      dedupeKey: `mail-sealing-news:${once.join(':')}`,
    },
  });
}
