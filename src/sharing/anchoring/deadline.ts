import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS, HOUR_MS, SECOND_MS } from '@/platform/time/durations';

/**
 * The last whole second at which a transaction that is prepared now may be sent. For anchoring the contract enforces
 * it.
 * @param waitDays days for which the clinic may wait for a low price; without, the wallet has an hour
 */
export async function newDeadline(tx?: Transaction, waitDays?: number): Promise<Date> {
  const now = await databaseNow(tx);
  const last = now.getTime() + (waitDays === undefined ? HOUR_MS : waitDays * DAY_MS);
  return new Date(Math.floor(last / SECOND_MS) * SECOND_MS);
}
