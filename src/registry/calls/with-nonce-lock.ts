import { database, isUniqueViolation } from '@/platform/database/database';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';

/** A node may be slow; the lock is released after this time, and by the database when the process ends. */
const LONGEST_MS = MINUTE_MS;

/**
 * Runs `work` while no other worker sends from this account, so that no two use the same nonce. The lock is a row
 * lock: it ends with the database transaction that holds it, however that ends. What `work` writes is not part of
 * that transaction and is kept.
 */
export async function withNonceLock<T>(address: string, work: () => Promise<T>): Promise<T> {
  const id = `${env().CHAIN_ID}:${address.toLowerCase()}`;
  try {
    await database().chainSender.upsert({ where: { id }, create: { id }, update: {} });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return database().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM ChainSender WHERE id = ${id} FOR UPDATE`;
      return work();
    },
    { maxWait: LONGEST_MS, timeout: LONGEST_MS },
  );
}
