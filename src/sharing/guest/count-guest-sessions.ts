import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** How many guests have a report open or could open it without a new code. */
export async function countGuestSessions(): Promise<number> {
  return database().guestSession.count({ where: { expiresAt: { gt: await databaseNow() } } });
}
