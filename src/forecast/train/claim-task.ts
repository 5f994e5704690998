import { randomUUID } from 'node:crypto';
import { database } from '@/platform/database';
import { databaseNow } from '@/platform/database-now';
import { isAppError } from '@/platform/errors';

/** A worker that dies keeps its task this long; one that lives renews it. */
const LEASE_MS = 120_000;
const RENEW_MS = 30_000;

/** What only one worker at a time does. */
export type TaskName = 'collect' | 'train' | 'refresh';

/**
 * Does something that no other worker may do meanwhile, unless it was done recently.
 * @param everyMs Nothing happens while the last success is younger; 0: whenever it is free.
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
    await release(id, claimedBy, { ...done, lastError: null });
    return result;
  } catch (error) {
    await release(id, claimedBy, { lastError: isAppError(error) ? error.code : 'internal' });
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

async function claim(id: string, claimedBy: string, everyMs: number): Promise<boolean> {
  const now = await databaseNow();
  await database().feeTask.createMany({ data: [{ id }], skipDuplicates: true });
  // One statement decides: of two workers one finds the row already changed.
  const { count } = await database().feeTask.updateMany({
    where: {
      id,
      AND: [
        { OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
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

async function release(
  id: string,
  claimedBy: string,
  data: { doneAt?: Date; lastError: string | null },
): Promise<void> {
  await database().feeTask.updateMany({
    where: { id, claimedBy },
    data: { ...data, claimedBy: null, claimedUntil: null },
  });
}

async function renew(id: string, claimedBy: string): Promise<void> {
  const claimedUntil = leaseEnd(await databaseNow());
  await database().feeTask.updateMany({ where: { id, claimedBy }, data: { claimedUntil } });
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
