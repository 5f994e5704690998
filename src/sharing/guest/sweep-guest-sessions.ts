import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Deletes expired guest sessions. The audit trail keeps that they were opened. */
export async function sweepGuestSessions(): Promise<void> {
  await database().guestSession.deleteMany({ where: { expiresAt: { lt: await databaseNow() } } });
}
