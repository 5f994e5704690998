import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** How many sessions of people with an account are neither over nor ended. */
export async function countSessions(): Promise<number> {
  return database().session.count({
    where: { revokedAt: null, expiresAt: { gt: await databaseNow() } },
  });
}
