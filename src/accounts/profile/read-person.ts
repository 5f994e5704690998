import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { findOpenRequest, type OpenRequest } from './find-open-request';
import { readProfile, type Profile } from './read-profile';

/**
 * What an administrator sees of a person whose name is to be corrected. Each look leaves a trace about them.
 * @throws AppError forbidden for everyone except administrators; not-found
 */
export async function readPerson(
  actor: Actor,
  accountId: string,
): Promise<{ profile: Profile; request: OpenRequest | null }> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const profile = await readProfile(database(), accountId);
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'account.profile-read',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: accountId,
    }),
  );
  return { profile, request: await findOpenRequest(accountId) };
}
