import { z } from 'zod';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { groupsOf, NOTICE_GROUPS, type NoticeGroup } from './notice-kinds';
import type { NoticeReader } from './notice-reader';

const groups = Object.keys(NOTICE_GROUPS) as [NoticeGroup, ...NoticeGroup[]];

/** A choice: whether a group of notifications is mailed. */
export const preferenceInput = z.object({ group: z.enum(groups), mail: z.boolean() });

/** One group as the settings show it. */
export interface MailPreference {
  group: NoticeGroup;
  mail: boolean;
  /** Mailed whatever the person chooses. */
  isFixed: boolean;
}

/** What a person gets by mail, for each group that their role gets notifications of. */
export async function readMailPreferences({
  accountId,
  role,
}: NoticeReader): Promise<MailPreference[]> {
  const rows = await database().mailPreference.findMany({ where: { accountId } });
  const chosen = new Map(rows.map(({ noticeGroup, mail }) => [noticeGroup, mail]));
  return groupsOf(role).map((group) => {
    const { mail } = NOTICE_GROUPS[group];
    const isFixed = mail === 'always';
    return { group, isFixed, mail: isFixed || (chosen.get(group) ?? mail === 'on') };
  });
}

/**
 * Keeps a person's choice. It counts for what happens from now on.
 * @throws AppError invalid-input for a group that is always mailed, or that their role gets nothing of
 */
export async function changeMailPreference(
  { accountId, role }: NoticeReader,
  { group, mail }: z.infer<typeof preferenceInput>,
): Promise<void> {
  if (NOTICE_GROUPS[group].mail === 'always' || !groupsOf(role).includes(group)) {
    throw new AppError('invalid-input');
  }
  await database().mailPreference.upsert({
    where: { accountId_noticeGroup: { accountId, noticeGroup: group } },
    create: { accountId, noticeGroup: group, mail },
    update: { mail },
  });
}
