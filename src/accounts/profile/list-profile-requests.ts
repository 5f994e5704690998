import { nameOfAccount } from '@/accounts/people/both-spellings';
import type { Actor } from '@/accounts/sessions/actor';
import type { Role } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readPersonTexts } from '@/vault/person-texts';
import { isGenuineWish } from './profile-change-mac';

/** A request to correct somebody's name or birth date that waits for an administrator. */
export interface ProfileRequest {
  changeId: string;
  accountId: string;
  name: string;
  role: Role;
  reason: string;
  /** ISO 8601 */
  askedAt: string;
}

const MAX_REQUESTS = 50;

/**
 * The requests that wait, the oldest first.
 * @returns at most fifty
 * @throws AppError forbidden for everyone except administrators
 */
export async function listProfileRequests(actor: Actor): Promise<ProfileRequest[]> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const found = await database().profileChange.findMany({
    where: { state: 'ASKED' },
    include: { account: true },
    orderBy: { createdAt: 'asc' },
    take: MAX_REQUESTS,
  });
  const genuine = await Promise.all(found.map((row) => isGenuineWish(database(), row)));
  const rows = found.filter((_, index) => genuine[index]);
  const textOf = await readPersonTexts(
    database(),
    rows.map(({ accountId }) => accountId),
  );
  return rows.map(({ id, accountId, sealedReason, createdAt, account }) => ({
    ...{ changeId: id, accountId },
    name: nameOfAccount(account),
    role: account.role,
    reason: textOf(accountId, `profile-change/${id}/reason`, sealedReason) ?? '',
    askedAt: createdAt.toISOString(),
  }));
}
