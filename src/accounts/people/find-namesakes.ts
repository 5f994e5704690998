import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import type { MarkedProfile } from './patient-marks';

/**
 * Which of some patients share their name, however it is spelled, and their year of birth with another
 * active patient: the list shows no more than the year, so those are easily taken for one another.
 * @returns a test of one patient
 */
export async function findNamesakes(
  profiles: readonly MarkedProfile[],
): Promise<(profile: MarkedProfile) => boolean> {
  if (profiles.length === 0) return () => false;
  const keys = Prisma.join([...new Set(profiles.map(({ account }) => account.nameKey))]);
  const shared = await database().$queryRaw<{ nameKey: string; birthYear: number | bigint }[]>`
    SELECT nameKey, YEAR(birthDate) AS birthYear
    FROM Account JOIN PatientProfile ON accountId = id
    WHERE role = 'PATIENT' AND status = 'ACTIVE' AND nameKey <> '' AND nameKey IN (${keys})
    GROUP BY nameKey, YEAR(birthDate) HAVING COUNT(*) > 1`;
  const known = new Set(shared.map(({ nameKey, birthYear }) => `${nameKey} ${String(birthYear)}`));
  return ({ account, birthDate }) =>
    known.has(`${account.nameKey} ${String(birthDate.getUTCFullYear())}`);
}
