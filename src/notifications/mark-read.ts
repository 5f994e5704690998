import { z } from 'zod';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { countUnread } from './count-unread';
import type { NoticeReader } from './notice-reader';
import type { unreadSchema } from './shown-notice';

/** What a person has read: one notification, all about a thing, or all up to a moment. */
export const readInput = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ about: z.uuid() }),
  z.strictObject({ until: z.iso.datetime() }),
]);

/** Rows of one statement, so that none takes long however many are unread. */
const BATCH = 1_000;

/**
 * Marks notifications as read. Marked twice, as in two tabs, the first moment stays.
 * @returns how many are still unread
 * @throws AppError not-found for a notification that is not this person's
 */
export async function markRead(
  reader: NoticeReader,
  input: z.infer<typeof readInput>,
): Promise<z.infer<typeof unreadSchema>> {
  const { accountId } = reader;
  const readAt = await databaseNow();
  if ('id' in input) {
    const { id } = input;
    const own = await database().notification.findFirst({
      where: { id, accountId },
      select: { readAt: true },
    });
    if (own === null) throw new AppError('not-found');
    if (own.readAt === null) {
      await database().notification.updateMany({ where: { id, readAt: null }, data: { readAt } });
    }
  } else if ('about' in input) {
    const where = { accountId, readAt: null, refId: input.about };
    await database().notification.updateMany({ where, data: { readAt } });
  } else {
    await markUntil(accountId, new Date(input.until), readAt);
  }
  return { unread: await countUnread(reader) };
}

/** What came after the person looked stays unread. */
async function markUntil(accountId: string, until: Date, readAt: Date): Promise<void> {
  for (let marked = BATCH; marked === BATCH;) {
    marked = await database().$executeRaw`
      UPDATE Notification SET readAt = ${readAt}
      WHERE accountId = ${accountId} AND readAt IS NULL AND createdAt <= ${until}
      LIMIT ${BATCH}`;
  }
}
