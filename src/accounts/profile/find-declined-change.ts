import { database } from '@/platform/database/database';
import { profileFieldsSchema, withWorkplace, type ProfileFields } from './profile-fields';

/** A request that an administrator has declined: how the data should have been, and both reasons. */
export interface DeclinedChange {
  wanted: ProfileFields;
  reason: string;
  answer: string;
}

/** A person's last request, if it was declined and nothing was corrected or asked for since; else null. */
export async function findDeclinedChange(accountId: string): Promise<DeclinedChange | null> {
  const newest = await database().profileChange.findFirst({
    where: { accountId },
    include: { account: { select: { doctor: true } } },
    orderBy: { createdAt: 'desc' },
  });
  if (newest?.state !== 'DECLINED') return null;
  return {
    wanted: withWorkplace(profileFieldsSchema.parse(newest.wanted), newest.account.doctor),
    reason: newest.reason ?? '',
    answer: newest.answer ?? '',
  };
}
