import { database } from '@/platform/database/database';
import { profileFieldsSchema, type ProfileFields } from './profile-fields';

/** A person's open request: how their data shall be, and why. */
export interface OpenRequest {
  changeId: string;
  wanted: ProfileFields;
  reason: string;
}

/** The request of a person that waits for an administrator; null when none does. */
export async function findOpenRequest(accountId: string): Promise<OpenRequest | null> {
  const row = await database().profileChange.findUnique({ where: { openFor: accountId } });
  if (row === null) return null;
  const wanted = profileFieldsSchema.parse(row.wanted);
  return { changeId: row.id, wanted, reason: row.reason ?? '' };
}
