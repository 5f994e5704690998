import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/**
 * Queues the mails about a report that ended: one to its patient and, when it was sealed, one to every viewer
 * who may read it now. Call it in the transaction of the change.
 * @param cause what ended it, such as the block of a retraction: after a reorganisation it ends once more, and a
 * mail that was skipped meanwhile is sent
 */
export async function queueEndMails(
  tx: Transaction,
  reportId: string,
  state: 'WITHDRAWN' | 'RETRACTED' | 'SUPERSEDED',
  cause: string,
): Promise<void> {
  await enqueueJob(
    tx,
    'mail-report-ended',
    { reportId },
    { dedupeKey: `mail-report-ended:${reportId}:${cause}` },
  );
  if (state === 'WITHDRAWN') return;
  const grants = await tx.grant.findMany({
    where: {
      reportId,
      state: 'ACTIVE',
      OR: [{ expiresAt: null }, { expiresAt: { gt: await databaseNow(tx) } }],
    },
    select: { id: true },
  });
  for (const { id } of grants) {
    await enqueueJob(
      tx,
      'mail-guest-report-ended',
      { grantId: id },
      { dedupeKey: `mail-guest-report-ended:${id}:${cause}` },
    );
  }
}
