import { isUniqueViolation, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isKeyKeptForever, type JobKind, type JobPayload } from './job-kinds';
import { dropSpent } from './spent-keys';

/**
 * Queues an effect (a mail, a transaction of the issuer) in the transaction that causes it.
 * @param options.dedupeKey a job with the same key is queued only once: see job-kinds.ts for how long
 * @param options.runAfter not before this time
 */
export async function enqueueJob<K extends JobKind>(
  tx: Transaction,
  kind: K,
  payload: JobPayload<K>,
  options: { dedupeKey?: string; runAfter?: Date } = {},
): Promise<void> {
  const { dedupeKey, runAfter = await databaseNow(tx) } = options;
  try {
    // `create` would read the row again.
    await tx.outboxJob.createMany({
      data: { kind, payload, runAfter, ...(dedupeKey === undefined ? {} : { dedupeKey }) },
    });
  } catch (error) {
    if (dedupeKey !== undefined && isUniqueViolation(error)) return;
    throw error;
  }
  if (dedupeKey !== undefined && isKeyKeptForever(kind)) await dropSpent(tx, [dedupeKey]);
}
