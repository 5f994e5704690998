import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { findDeclinedChange, type DeclinedChange } from './find-declined-change';
import { findOpenRequest, type OpenRequest } from './find-open-request';
import { readProfile, type Profile } from './read-profile';

/** What a person sees of their own data. */
interface OwnProfile {
  profile: Profile;
  /** The request about it that waits for an administrator. */
  request: OpenRequest | null;
  /** The last request, if it was declined. */
  declined: DeclinedChange | null;
}

/** A person's own data, and what became of their request to correct it. */
export async function readOwnProfile({ accountId }: Actor): Promise<OwnProfile> {
  const [profile, request, declined] = await Promise.all([
    readProfile(database(), accountId),
    findOpenRequest(accountId),
    findDeclinedChange(accountId),
  ]);
  return { profile, request, declined };
}
