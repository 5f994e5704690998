import { Prisma, type Account, type PatientProfile } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { isNamed, WHOLE_SPELLING } from './index-name';
import { splitKeys } from './name-key';

/** A patient's row with what distinguishes it from others. */
export interface MarkedProfile extends PatientProfile {
  account: Account;
}

/**
 * Which of some patients share a spelling of their name, and their year of birth, with another
 * active patient: the list shows no more than the year, so those are easily taken for one another.
 * @returns a test of one patient
 */
export async function findNamesakes(
  profiles: readonly MarkedProfile[],
): Promise<(profile: MarkedProfile) => boolean> {
  if (profiles.length === 0) return () => false;
  const named = profiles.flatMap(({ account, birthDate }) =>
    splitKeys(account.nameKey).map((key) => isNamed(key, birthDate.getUTCFullYear())),
  );
  const shared = await database().$queryRaw<{ spelling: string; birthYear: number | bigint }[]>`
    SELECT ${WHOLE_SPELLING} AS spelling, birthYear
    FROM PatientNamePart STRAIGHT_JOIN Account ON accountId = id
    WHERE (${Prisma.join(named, ' OR ')}) AND status = 'ACTIVE'
    GROUP BY spelling, birthYear HAVING COUNT(*) > 1`;
  const known = new Set(
    shared.map(({ spelling, birthYear }) => `${spelling} ${String(birthYear)}`),
  );
  return ({ account, birthDate }) =>
    splitKeys(account.nameKey).some((key) =>
      known.has(`${key} ${String(birthDate.getUTCFullYear())}`),
    );
}
