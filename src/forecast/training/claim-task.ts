import { randomUUID } from 'node:crypto';
import { Prisma } from '@/generated/prisma/client';
import { takeLease, withLease } from '@/jobs/lease';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/platform/time/durations';

/** After one failure a task pauses for a minute, then twice as long each time, at most a day. */
const FIRST_PAUSE_SECONDS = MINUTE_MS / SECOND_MS;
const LONGEST_PAUSE_SECONDS = DAY_MS / SECOND_MS;
/** More doublings than lead to a day. */
const MAX_DOUBLINGS = 20;

/** What only one worker does at a time. */
export type TaskName = 'collect' | 'train' | 'refresh';

/**
 * Does a task while no other worker does it, unless it was done recently. After a failure, or the death of its
 * worker, it pauses, each time longer.
 * @param everyMs Nothing happens while the last success is younger; 0: whenever it is free, even after failures.
 * @param isDone Whether the result counts as a success; if it does not, the next try may follow at once.
 * @returns undefined when another worker holds it, or it was done recently enough.
 */
export async function claimTask<T>(
  name: TaskName,
  chainId: number,
  everyMs: number,
  work: () => Promise<T>,
  isDone: (result: T) => boolean = () => true,
): Promise<T | undefined> {
  const id = `${name}:${chainId}`;
  const claimedBy = randomUUID();
  if (!(await claim(id, claimedBy, everyMs))) return undefined;
  const renew = (claimedUntil: Date) =>
    database().feeTask.updateMany({ where: { id, claimedBy }, data: { claimedUntil } });
  try {
    const result = await withLease(renew, work);
    const done = isDone(result) ? { doneAt: await databaseNow() } : {};
    await release(id, claimedBy, done);
    return result;
  } catch (error) {
    await recordFailure(id, claimedBy, isAppError(error) ? error.code : 'internal');
    throw error;
  }
}

async function claim(id: string, claimedBy: string, everyMs: number): Promise<boolean> {
  await database().feeTask.createMany({ data: [{ id }], skipDuplicates: true });
  if (everyMs > 0) await recordDeath(id, await databaseNow());
  return takeLease((free, claimedUntil, startedAt) =>
    database().feeTask.updateMany({
      where: {
        id,
        AND: [
          free,
          everyMs > 0 ? { OR: [{ retryAt: null }, { retryAt: { lte: startedAt } }] } : {},
          {
            OR: [
              { doneAt: null },
              { doneAt: { lte: new Date(startedAt.getTime() - everyMs) } },
              // Done in the future: the clock has jumped back.
              { doneAt: { gt: startedAt } },
            ],
          },
        ],
      },
      data: { claimedBy, claimedUntil, startedAt },
    }),
  );
}

async function release(id: string, claimedBy: string, data: { doneAt?: Date }): Promise<void> {
  const free = { claimedBy: null, claimedUntil: null };
  await database().feeTask.updateMany({
    where: { id, claimedBy },
    data: { ...data, ...free, lastError: null, failures: 0, retryAt: null },
  });
}

/** MySQL assigns from left to right: `retryAt` sees the new number of failures. */
async function recordFailure(id: string, claimedBy: string, reason: string): Promise<void> {
  const now = await databaseNow();
  await database().$executeRaw`
    UPDATE FeeTask
    SET failures = failures + 1,
        retryAt = ${now} + INTERVAL ${pauseSeconds()} SECOND,
        lastError = ${reason}, claimedBy = NULL, claimedUntil = NULL
    WHERE id = ${id} AND claimedBy = ${claimedBy}`;
}

/** A lease that ran out means that its worker died: a failure like any other. */
async function recordDeath(id: string, now: Date): Promise<void> {
  await database().$executeRaw`
    UPDATE FeeTask
    SET failures = failures + 1,
        retryAt = ${now} + INTERVAL ${pauseSeconds()} SECOND,
        lastError = 'worker-died', claimedBy = NULL, claimedUntil = NULL
    WHERE id = ${id} AND claimedUntil < ${now}`;
}

/** As SQL over the row's own number of failures. */
function pauseSeconds(): Prisma.Sql {
  return Prisma.sql`LEAST(${LONGEST_PAUSE_SECONDS},
    ${FIRST_PAUSE_SECONDS} * POW(2, LEAST(failures - 1, ${MAX_DOUBLINGS})))`;
}
