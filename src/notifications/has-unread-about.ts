import { database } from '@/platform/database/database';
import type { NoticeReader } from './notice-reader';

/** Whether a person has an unread notification about a thing. */
export async function hasUnreadAbout({ accountId }: NoticeReader, refId: string): Promise<boolean> {
  const where = { accountId, readAt: null, refId };
  return (await database().notification.findFirst({ where, select: { id: true } })) !== null;
}
