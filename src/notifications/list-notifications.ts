import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import {
  parseTimeKey,
  readPage,
  readPlace,
  timeKeyText,
  type KeysetQuery,
  type ListPage,
  type TimeKey,
} from '@/platform/database/keyset';
import { keysetByTime } from '@/platform/database/keyset-sql';
import { isNoticeKind, type NoticeKind } from './notice-kinds';
import type { NoticeReader } from './notice-reader';

/** A notification as it is stored. */
export interface StoredNotice {
  id: string;
  kind: NoticeKind;
  refId: string | null;
  reports: number | null;
  viewers: number | null;
  createdAt: Date;
  readAt: Date | null;
}

const PER_PAGE = 20;
/** What the bell shows without opening the page. */
const NEWEST = 6;

/**
 * A page of a person's notifications, newest first.
 * @param page a place as platform/database/keyset.ts writes it
 * @returns also when it was read: what came later was not shown
 */
export async function listNotifications(
  { accountId }: NoticeReader,
  page: string | null,
): Promise<ListPage<StoredNotice> & { readAt: Date }> {
  const readAt = await databaseNow();
  const found = await readPage(
    readPlace(page, parseTimeKey),
    PER_PAGE,
    (query: KeysetQuery<TimeKey>) => readRows(accountId, query),
    ({ createdAt, id }) => timeKeyText({ at: createdAt, id }),
  );
  return { ...found, readAt, rows: found.rows.flatMap(knownKind) };
}

/** The newest notifications of a person. */
export async function newestNotifications({ accountId }: NoticeReader): Promise<StoredNotice[]> {
  const rows = await readRows(accountId, { key: null, direction: 'older', take: NEWEST });
  return rows.flatMap(knownKind);
}

async function readRows(accountId: string, query: KeysetQuery<TimeKey>) {
  const { beyond, limited } = keysetByTime(query, 'createdAt', 'id');
  const ids = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM Notification FORCE INDEX (Notification_accountId_createdAt_id_idx)
    WHERE accountId = ${accountId} ${beyond} ${limited}`;
  const order = query.direction === 'older' ? 'desc' : 'asc';
  return database().notification.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ createdAt: order }, { id: order }],
  });
}

/** A kind that only a later version knows, from before it was rolled back, is left out. */
function knownKind<R extends { kind: string }>({ kind, ...row }: R) {
  return isNoticeKind(kind) ? [{ ...row, kind }] : [];
}
