import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { takeLease, withLease } from '@/jobs/lease';
import { database, inTransaction, isUniqueViolation } from '@/platform/database/database';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { MINUTE_MS } from '@/platform/time/durations';

/** Longer than another worker takes to send. */
const PATIENCE_MS = MINUTE_MS;
const POLL_MS = 100;

/**
 * Runs `work` while no other worker sends from this account, so that no two use the same nonce. The lock is a lease
 * in the database: of two workers that take it at once, on whatever servers of a cluster, one commits. It ends with
 * the work, or runs out when the worker dies.
 * @throws AppError server-busy when another worker does not finish within a minute
 */
export async function withNonceLock<T>(address: string, work: () => Promise<T>): Promise<T> {
  const id = `${env().CHAIN_ID}:${address.toLowerCase()}`;
  const claimedBy = randomUUID();
  await waitForLease(id, claimedBy);
  const own = { id, claimedBy };
  try {
    return await withLease(
      (claimedUntil) => database().chainSender.updateMany({ where: own, data: { claimedUntil } }),
      work,
    );
  } finally {
    await inTransaction((tx) =>
      tx.chainSender.updateMany({ where: own, data: { claimedBy: null, claimedUntil: null } }),
    );
  }
}

async function waitForLease(id: string, claimedBy: string): Promise<void> {
  try {
    await database().chainSender.upsert({ where: { id }, create: { id }, update: {} });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const isOurs = await takeLease((free, claimedUntil) =>
      database().chainSender.updateMany({
        where: { id, ...free },
        data: { claimedBy, claimedUntil },
      }),
    );
    if (isOurs) return;
    await setTimeout(POLL_MS);
  }
  throw new AppError('server-busy');
}
