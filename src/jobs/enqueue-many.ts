import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isKeyKeptForever, type JobKind, type JobPayload } from './job-kinds';
import { dropSpent } from './spent-keys';

/**
 * Queues many effects of one kind in one statement, in the transaction that causes them.
 * @param jobs a job with the deduplication key of another is queued only once, as in enqueueJob
 */
export async function enqueueMany<K extends JobKind>(
  tx: Transaction,
  kind: K,
  jobs: readonly { payload: JobPayload<K>; dedupeKey?: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  const runAfter = await databaseNow(tx);
  await tx.outboxJob.createMany({
    data: jobs.map(({ payload, dedupeKey }) => ({
      ...{ kind, payload, runAfter },
      ...(dedupeKey !== undefined && { dedupeKey }),
    })),
    skipDuplicates: true,
  });
  const keys = jobs.flatMap(({ dedupeKey }) => dedupeKey ?? []);
  if (isKeyKeptForever(kind) && keys.length > 0) await dropSpent(tx, keys);
}
