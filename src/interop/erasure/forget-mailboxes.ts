import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/** Longer than the mail with the receipt is tried. */
const KEPT_MS = 7 * DAY_MS;

/** Forgets the mailboxes of erased people to which the receipt could not be sent. */
export async function forgetMailboxes(): Promise<void> {
  const before = new Date((await databaseNow()).getTime() - KEPT_MS);
  await database().erasure.updateMany({
    where: { state: 'DONE', endedAt: { lt: before }, email: { not: null } },
    data: { email: null, timeZone: null },
  });
}
