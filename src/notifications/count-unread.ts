import { database } from '@/platform/database/database';
import type { NoticeReader } from './notice-reader';
import { MOST_COUNTED } from './most-counted';

/**
 * How many notifications a person has not read.
 * @returns at most MOST_COUNTED
 */
export async function countUnread({ accountId }: NoticeReader): Promise<number> {
  // Prisma's count would read all of them.
  const unread = await database().notification.findMany({
    where: { accountId, readAt: null },
    select: { id: true },
    // The order of the index of unread ones: another would also read those that were read.
    orderBy: { refId: 'asc' },
    take: MOST_COUNTED,
  });
  return unread.length;
}
