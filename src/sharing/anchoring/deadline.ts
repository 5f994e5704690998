import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** How long a prepared transaction waits for the wallet, in minutes. For anchoring the contract enforces it. */
const MINUTES = 60;

/** The last whole second at which a transaction that is prepared now may be sent. */
export async function newDeadline(tx?: Transaction): Promise<Date> {
  const now = await databaseNow(tx);
  const seconds = Math.floor(now.getTime() / 1_000) + MINUTES * 60;
  return new Date(seconds * 1_000);
}
