import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { findOpenRequest, type OpenRequest } from './find-open-request';
import { readProfile, type Profile } from './read-profile';

/** A person's own data, and the request about it that waits for an administrator. */
export async function readOwnProfile({
  accountId,
}: Actor): Promise<{ profile: Profile; request: OpenRequest | null }> {
  const [profile, request] = await Promise.all([
    readProfile(database(), accountId),
    findOpenRequest(accountId),
  ]);
  return { profile, request };
}
