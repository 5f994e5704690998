import { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { NOTICE_GROUPS, NOTICE_KINDS, type NoticeKind } from './notice-kinds';

/** A notice that a person gets, and whether by mail, too. */
export interface WishedNotice<N> {
  notice: N;
  isMailed: boolean;
}

/**
 * Leaves out the people whose account is gone or erased, and finds out which of the others want a mail; in one
 * statement.
 */
export async function readWishes<N extends { accountId: string; kind: NoticeKind }>(
  tx: Transaction,
  notices: readonly N[],
): Promise<WishedNotice<N>[]> {
  const ids = [...new Set(notices.map(({ accountId }) => accountId))];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT Account.id, MailPreference.noticeGroup, MailPreference.mail
    FROM Account LEFT JOIN MailPreference ON MailPreference.accountId = Account.id
    WHERE Account.id IN (${Prisma.join(ids)}) AND Account.status <> 'ERASED'`;
  const people = new Set(rows.map(({ id }) => id));
  const chosen = new Map(rows.map((row) => [`${row.id} ${row.noticeGroup}`, Boolean(row.mail)]));
  return notices
    .filter(({ accountId }) => people.has(accountId))
    .map((notice) => {
      const { group } = NOTICE_KINDS[notice.kind];
      const { mail } = NOTICE_GROUPS[group];
      const wish = chosen.get(`${notice.accountId} ${group}`) ?? mail === 'on';
      return { notice, isMailed: mail === 'always' || wish };
    });
}

interface Row {
  id: string;
  /** Null for a person who has chosen nothing. */
  noticeGroup: string | null;
  mail: boolean | number | null;
}
