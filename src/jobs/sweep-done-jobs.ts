import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';
import { isKeyKeptForever } from './job-kinds';
import { keepKeys } from './spent-keys';

/** Longer than a cause comes again whose key is not kept (job-kinds.ts), and than a lost mail is searched for. */
const KEPT_MS = 30 * DAY_MS;
/** Small enough for a transaction of a moment. */
const BATCH = 500;

/**
 * Deletes a batch of the jobs that were done a month ago. Jobs that were given up stay. May run in several workers at
 * once.
 * @returns whether there may be more
 */
export async function sweepDoneJobs(): Promise<boolean> {
  const before = new Date((await databaseNow()).getTime() - KEPT_MS);
  const jobs = await database().outboxJob.findMany({
    where: { doneAt: { lt: before } },
    orderBy: { doneAt: 'asc' },
    select: { id: true, kind: true, dedupeKey: true },
    take: BATCH,
  });
  if (jobs.length === 0) return false;
  // A done job never changes: it need not be read in the transaction.
  await inTransaction(async (tx) => {
    const keys = jobs.flatMap(({ kind, dedupeKey }) =>
      dedupeKey !== null && isKeyKeptForever(kind) ? [dedupeKey] : [],
    );
    await keepKeys(tx, keys);
    await tx.outboxJob.deleteMany({ where: { id: { in: jobs.map(({ id }) => id) } } });
  });
  return jobs.length === BATCH;
}
