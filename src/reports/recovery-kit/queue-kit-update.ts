import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';

/** Queues the job that brings the files of a patient's kit in line with their reports and keys. */
export async function queueKitUpdate(tx: Transaction, accountId: string): Promise<void> {
  await enqueueJob(tx, 'update-recovery-kit', { accountId });
}

/**
 * Whether a patient has a kit, so that it must be updated after one of their reports was sent or withdrawn. It may be
 * asked before the transaction: a key that is added meanwhile queues its own update, and what both of them miss
 * `findLateKits` finds.
 */
export async function hasKit(tx: Transaction, accountId: string): Promise<boolean> {
  return (await tx.recoveryRecipient.count({ where: { accountId, revokedAt: null } })) > 0;
}
