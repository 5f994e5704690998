import { enqueueJob } from '@/jobs/enqueue-job';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

const NEWS = {
  WITHDRAWN: 'report-withdrawn',
  RETRACTED: 'report-retracted',
  SUPERSEDED: 'report-replaced',
} as const;

/**
 * Notifies the patient of a report that ended and, when it was sealed, queues a mail to every viewer who may read it
 * now. Call it in the transaction of the change.
 * @param cause what ended it, such as the block of a retraction: after a reorganisation it ends once more, and a
 * mail that was skipped meanwhile is sent
 */
export async function queueEndMails(
  tx: Transaction,
  { id: reportId, patientId }: { id: string; patientId: string | null },
  state: 'WITHDRAWN' | 'RETRACTED' | 'SUPERSEDED',
  cause: string,
): Promise<void> {
  if (patientId !== null) {
    await notify(tx, {
      accountId: patientId,
      kind: NEWS[state],
      refId: reportId,
      mail: {
        kind: 'mail-report-ended',
        payload: { reportId },
        dedupeKey: `mail-report-ended:${reportId}:${cause}`,
      },
    });
  }
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
