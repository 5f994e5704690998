import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Deletes the guests' sessions that are over. That they were opened stays in the audit trail. */
export async function sweepGuestSessions(): Promise<void> {
  await database().guestSession.deleteMany({ where: { expiresAt: { lt: await databaseNow() } } });
}
