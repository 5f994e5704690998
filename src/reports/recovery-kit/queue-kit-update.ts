import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';

/** Queues the job that brings the files of a patient's kit in line with their reports and keys. */
export async function queueKitUpdate(tx: Transaction, accountId: string): Promise<void> {
  await enqueueJob(tx, 'update-recovery-kit', { accountId });
}

/**
 * The same after one of the patient's reports was sent or withdrawn. A patient without a kit needs no job: a key that is
 * added at the same moment queues its own, and what both of them miss `findLateKits` finds.
 */
export async function queueKitUpdateIfAny(tx: Transaction, accountId: string): Promise<void> {
  const recipients = await tx.recoveryRecipient.count({ where: { accountId, revokedAt: null } });
  if (recipients > 0) await queueKitUpdate(tx, accountId);
}
