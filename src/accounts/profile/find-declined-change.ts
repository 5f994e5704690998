import { database } from '@/platform/database/database';
import { readPersonTexts } from '@/vault/person-texts';
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
  const { id, sealedReason, sealedAnswer } = newest;
  const textOf = await readPersonTexts(database(), [accountId]);
  return {
    wanted: withWorkplace(profileFieldsSchema.parse(newest.wanted), newest.account.doctor),
    reason: textOf(accountId, `profile-change/${id}/reason`, sealedReason) ?? '',
    answer: textOf(accountId, `profile-change/${id}/answer`, sealedAnswer) ?? '',
  };
}
