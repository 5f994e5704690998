import { Prisma, type Account, type PatientProfile } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { isNamed } from './index-name';

/** A patient's row with what distinguishes it from others. */
export interface MarkedProfile extends PatientProfile {
  account: Account;
}

/**
 * Which of some patients share their name, however it is spelled, and their year of birth with another
 * active patient: the list shows no more than the year, so those are easily taken for one another.
 * @returns a test of one patient
 */
export async function findNamesakes(
  profiles: readonly MarkedProfile[],
): Promise<(profile: MarkedProfile) => boolean> {
  if (profiles.length === 0) return () => false;
  const named = profiles.map(({ account, birthDate }) =>
    isNamed(account.nameKey, birthDate.getUTCFullYear()),
  );
  const shared = await database().$queryRaw<{ nameKey: string; birthYear: number | bigint }[]>`
    SELECT nameKey, birthYear FROM PatientNamePart STRAIGHT_JOIN Account ON accountId = id
    WHERE (${Prisma.join(named, ' OR ')}) AND status = 'ACTIVE'
    GROUP BY nameKey, birthYear HAVING COUNT(*) > 1`;
  const known = new Set(shared.map(({ nameKey, birthYear }) => `${nameKey} ${String(birthYear)}`));
  return ({ account, birthDate }) =>
    known.has(`${account.nameKey} ${String(birthDate.getUTCFullYear())}`);
}
