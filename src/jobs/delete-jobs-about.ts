import { database, inTransaction } from '@/platform/database/database';
import { isKeyKeptForever } from './job-kinds';
import { keepKeys } from './spent-keys';

/** Small enough for a transaction of a moment. */
const BATCH = 500;

/**
 * Deletes every job, done or not, that is about one of some things, e.g. of a person who is erased. Reads the whole
 * outbox once: a payload has no index. Safe to repeat, beside running workers.
 * @param names ids and texts that a payload may hold
 * @returns how many
 */
export async function deleteJobsAbout(names: ReadonlySet<string>): Promise<number> {
  let [after, deleted] = [0n, 0];
  for (;;) {
    const jobs = await database().outboxJob.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true, kind: true, dedupeKey: true, payload: true },
      take: BATCH,
    });
    const last = jobs.at(-1);
    if (last === undefined) return deleted;
    const about = jobs.filter(({ payload }) => holds(payload, names));
    if (about.length > 0) {
      await inTransaction(async (tx) => {
        const keys = about.flatMap(({ kind, dedupeKey }) =>
          dedupeKey !== null && isKeyKeptForever(kind) ? [dedupeKey] : [],
        );
        await keepKeys(tx, keys);
        await tx.outboxJob.deleteMany({ where: { id: { in: about.map(({ id }) => id) } } });
      });
      deleted += about.length;
    }
    after = last.id;
  }
}

function holds(payload: unknown, names: ReadonlySet<string>): boolean {
  if (typeof payload === 'string') return names.has(payload);
  return payload instanceof Object && Object.values(payload).some((value) => holds(value, names));
}
