import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/** How long a notification is kept after it was read. The page with all notifications says so. */
const KEPT_MS = 365 * DAY_MS;
/** Small enough for a statement of a moment. */
const BATCH = 500;

/**
 * Deletes a batch of the notifications that were read a year ago; unread ones stay. May run in several workers at once.
 * @returns whether there may be more
 */
export async function sweepNotifications(): Promise<boolean> {
  const before = new Date((await databaseNow()).getTime() - KEPT_MS);
  const deleted = await database().$executeRaw`
    DELETE FROM Notification WHERE readAt < ${before} ORDER BY readAt LIMIT ${BATCH}`;
  return deleted === BATCH;
}
