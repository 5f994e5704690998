import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database';
import { databaseNow } from '@/platform/database-now';

/**
 * Queues the mails about a report that ended: one to its patient and, when it was sealed, one to everybody who
 * may read it now. Call it in the transaction of the change.
 */
export async function tellEnd(
  tx: Transaction,
  reportId: string,
  state: 'WITHDRAWN' | 'RETRACTED' | 'SUPERSEDED',
): Promise<void> {
  await enqueueJob(
    tx,
    'mail-report-ended',
    { reportId },
    { dedupeKey: `mail-report-ended:${reportId}:${state}` },
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
      { dedupeKey: `mail-guest-report-ended:${id}` },
    );
  }
}
