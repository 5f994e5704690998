import { nameOfAccount } from '@/accounts/people/both-spellings';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { likePattern } from '@/platform/database/like-pattern';
import type { Actor } from '@/accounts/sessions/actor';
import type { DoctorCandidate } from './doctor-candidate';
import { hasNameLike } from '@/accounts/people/has-name-like';
import { nameKey } from '@/accounts/people/name-key';

const MAX_CANDIDATES = 10;

/**
 * The doctors that an administrator means by a part of the name, the e-mail address, the licence number or the
 * clinic; names and clinics however they are spelled.
 * @returns at most ten, by name; none who has not confirmed the e-mail address
 */
export async function findDoctors(actor: Actor, words: string): Promise<DoctorCandidate[]> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const contains = likePattern(words);
  const profiles = await database().doctorProfile.findMany({
    where: {
      account: { status: { not: 'UNCONFIRMED' } },
      OR: [
        { licenceNumber: { contains } },
        { clinicKey: { contains: likePattern(nameKey(words)) } },
        { clinicKey: '', clinic: { contains } },
        { account: hasNameLike(words) },
        { account: { email: { contains: contains.toLowerCase() } } },
      ],
    },
    include: { account: true },
    orderBy: [{ account: { displayName: 'asc' } }, { licenceNumber: 'asc' }],
    take: MAX_CANDIDATES,
  });
  return profiles.map(({ accountId, licenceNumber, account }) => ({
    accountId,
    name: nameOfAccount(account),
    licenceNumber,
  }));
}
