import { database } from '@/platform/database/database';
import { readPersonTexts } from '@/vault/person-texts';
import { isGenuineWish } from './profile-change-mac';
import { profileFieldsSchema, withWorkplace, type ProfileFields } from './profile-fields';

/** A person's open request: how their data shall be, and why. */
export interface OpenRequest {
  changeId: string;
  wanted: ProfileFields;
  reason: string;
}

/** The request of a person that waits for an administrator; null when none does. */
export async function findOpenRequest(accountId: string): Promise<OpenRequest | null> {
  const row = await database().profileChange.findUnique({
    where: { openFor: accountId },
    include: { account: { select: { doctor: true } } },
  });
  if (row === null || !(await isGenuineWish(database(), row))) return null;
  const textOf = await readPersonTexts(database(), [accountId]);
  return {
    changeId: row.id,
    wanted: withWorkplace(profileFieldsSchema.parse(row.wanted), row.account.doctor),
    reason: textOf(accountId, `profile-change/${row.id}/reason`, row.sealedReason) ?? '',
  };
}
