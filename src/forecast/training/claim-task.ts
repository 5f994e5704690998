import { randomUUID } from 'node:crypto';
import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';

/** A worker that dies keeps its task this long; one that lives renews it. */
const LEASE_MS = 120_000;
const RENEW_MS = 30_000;
/** After one failure a task rests for a minute, then twice as long each time, at most a day. */
const FIRST_REST_SECONDS = 60;
const LONGEST_REST_SECONDS = 86_400;
/** More doublings than lead to a day. */
const MAX_DOUBLINGS = 20;

/** What only one worker at a time does. */
export type TaskName = 'collect' | 'train' | 'refresh';

/**
 * Does something that no other worker may do meanwhile, unless it was done recently. What failed rests, each
 * time longer, and so does what ended with the death of its worker.
 * @param everyMs Nothing happens while the last success is younger; 0: whenever it is free, even after failures.
 * @param isDone Whether the result counts as a success; the next one may try at once if it does not.
 * @returns undefined when another worker is at it, or it was done recently enough.
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
  const renewal = setInterval(() => {
    // The next renewal tries again; without one the lease runs out, as it should.
    void renew(id, claimedBy).catch(() => undefined);
  }, RENEW_MS);
  try {
    const result = await work();
    const done = isDone(result) ? { doneAt: await databaseNow() } : {};
    await release(id, claimedBy, done);
    return result;
  } catch (error) {
    await rest(id, claimedBy, isAppError(error) ? error.code : 'internal');
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

async function claim(id: string, claimedBy: string, everyMs: number): Promise<boolean> {
  const now = await databaseNow();
  await database().feeTask.createMany({ data: [{ id }], skipDuplicates: true });
  if (everyMs > 0) await noteDeath(id, now);
  // One statement decides: of two workers one finds the row already changed.
  const { count } = await database().feeTask.updateMany({
    where: {
      id,
      AND: [
        { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
        everyMs > 0 ? { OR: [{ retryAt: null }, { retryAt: { lte: now } }] } : {},
        {
          OR: [
            { doneAt: null },
            { doneAt: { lte: new Date(now.getTime() - everyMs) } },
            // Done in the future: the clock has jumped back.
            { doneAt: { gt: now } },
          ],
        },
      ],
    },
    data: { claimedBy, claimedUntil: leaseEnd(now), startedAt: now },
  });
  return count === 1;
}

async function release(id: string, claimedBy: string, data: { doneAt?: Date }): Promise<void> {
  const free = { claimedBy: null, claimedUntil: null };
  await database().feeTask.updateMany({
    where: { id, claimedBy },
    data: { ...data, ...free, lastError: null, failures: 0, retryAt: null },
  });
}

/** MySQL assigns from left to right: `retryAt` sees the new number of failures. */
async function rest(id: string, claimedBy: string, reason: string): Promise<void> {
  const now = await databaseNow();
  await database().$executeRaw`
    UPDATE FeeTask
    SET failures = failures + 1,
        retryAt = ${now} + INTERVAL ${restSeconds()} SECOND,
        lastError = ${reason}, claimedBy = NULL, claimedUntil = NULL
    WHERE id = ${id} AND claimedBy = ${claimedBy}`;
}

/** A lease that ran out is a worker that died at its work: a failure like another. */
async function noteDeath(id: string, now: Date): Promise<void> {
  await database().$executeRaw`
    UPDATE FeeTask
    SET failures = failures + 1,
        retryAt = ${now} + INTERVAL ${restSeconds()} SECOND,
        lastError = 'worker-died', claimedBy = NULL, claimedUntil = NULL
    WHERE id = ${id} AND claimedUntil < ${now}`;
}

/** As SQL over the row's own number of failures. */
function restSeconds(): Prisma.Sql {
  return Prisma.sql`LEAST(${LONGEST_REST_SECONDS},
    ${FIRST_REST_SECONDS} * POW(2, LEAST(failures - 1, ${MAX_DOUBLINGS})))`;
}

async function renew(id: string, claimedBy: string): Promise<void> {
  const claimedUntil = leaseEnd(await databaseNow());
  await database().feeTask.updateMany({ where: { id, claimedBy }, data: { claimedUntil } });
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
