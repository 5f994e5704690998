import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import { database } from '@/platform/database/database';
import type { MarkedProfile } from './find-namesakes';
import { hasUnfilledName, typedNumber } from './has-name-like';
import { beginsWith, containsKey } from './index-name';
import { nameKey } from './name-key';
import { isGenuinePatient } from './patient-profile-mac';

const MAX_CANDIDATES = 10;
/** Of more, people type more letters. */
const MAX_MATCHES = 50;

/**
 * The active patients with the number that was typed, or the first by name whose names contain it in either spelling.
 * Those whose name, number or birth date was altered are left out.
 * @returns at most ten, by name, birth date and number, of the first fifty that match
 */
export async function matchPatients(typed: string): Promise<MarkedProfile[]> {
  const number = typedNumber(typed);
  const profiles = await database().patientProfile.findMany({
    where: number === null ? { accountId: { in: await findIds(typed) } } : { number },
    include: { account: true },
  });
  const active = profiles.filter(
    ({ account }) => account.role === 'PATIENT' && account.status === 'ACTIVE',
  );
  const genuine = await Promise.all(active.map((profile) => isGenuine(profile)));
  return active
    .filter((_, index) => genuine[index])
    .toSorted((a, b) => compareNames(nameOf(a), nameOf(b)));
}

/** Somebody could otherwise be found by the number, or be shown with the birth year, of somebody else. */
async function isGenuine(profile: MarkedProfile): Promise<boolean> {
  const tx = database();
  return (await isGenuineAccount(tx, profile.account)) && (await isGenuinePatient(tx, profile));
}

async function findIds(typed: string): Promise<string[]> {
  const key = nameKey(typed);
  const [matches, unfilled] = await Promise.all([
    database().$queryRaw<NamedPatient[]>`
      SELECT PatientNamePart.accountId, displayName, birthDate, number FROM PatientNamePart
        STRAIGHT_JOIN Account ON id = accountId
        STRAIGHT_JOIN PatientProfile ON PatientProfile.accountId = id
      WHERE ${beginsWith(key)} AND ${containsKey(key)} AND status = 'ACTIVE'
      LIMIT ${MAX_MATCHES}`,
    database().account.findMany({
      where: hasUnfilledName(typed),
      select: { id: true },
      take: MAX_CANDIDATES,
    }),
  ]);
  // A name that contains it twice is there twice: SELECT DISTINCT would read all matches before it stops.
  const ids = matches.toSorted(compareNames).map(({ accountId }) => accountId);
  return [...new Set([...ids, ...unfilled.map(({ id }) => id)])].slice(0, MAX_CANDIDATES);
}

interface NamedPatient {
  accountId: string;
  displayName: string;
  birthDate: Date;
  number: number;
}

function nameOf({ accountId, birthDate, number, account }: MarkedProfile): NamedPatient {
  return { accountId, displayName: account.displayName, birthDate, number };
}

function compareNames(a: NamedPatient, b: NamedPatient): number {
  return (
    a.displayName.localeCompare(b.displayName) ||
    a.birthDate.getTime() - b.birthDate.getTime() ||
    a.number - b.number
  );
}
