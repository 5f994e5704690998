import { database, isUniqueViolation } from '@/platform/database/database';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';

/** A node may be slow; the lock is given up after this, and the database gives it up when we die. */
const LONGEST_MS = MINUTE_MS;

/**
 * Lets one worker at a time send from an account of ours, so that no two take the same nonce. The lock is a
 * row's: it ends with the transaction that holds it, however that ends. What `work` writes is not part of
 * that transaction: it stays.
 */
export async function holdSender<T>(address: string, work: () => Promise<T>): Promise<T> {
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
