import type { Transaction } from '@/platform/database/database';
import { NOTICE_GROUPS, NOTICE_KINDS, type NoticeKind } from './notice-kinds';

/** Of these notices, the ones whose person does not want a mail about their group; in one statement, or none. */
export async function findUnwantedMails<N extends { accountId: string; kind: NoticeKind }>(
  tx: Transaction,
  notices: readonly N[],
): Promise<Set<N>> {
  const optional = notices.filter(
    ({ kind }) => NOTICE_GROUPS[NOTICE_KINDS[kind].group].mail !== 'always',
  );
  if (optional.length === 0) return new Set();
  const choices = await tx.mailPreference.findMany({
    where: {
      accountId: { in: [...new Set(optional.map(({ accountId }) => accountId))] },
      noticeGroup: { in: [...new Set(optional.map(({ kind }) => NOTICE_KINDS[kind].group))] },
    },
  });
  const chosen = new Map(choices.map((one) => [`${one.accountId} ${one.noticeGroup}`, one.mail]));
  return new Set(
    optional.filter(({ accountId, kind }) => {
      const { group } = NOTICE_KINDS[kind];
      return !(chosen.get(`${accountId} ${group}`) ?? NOTICE_GROUPS[group].mail === 'on');
    }),
  );
}
