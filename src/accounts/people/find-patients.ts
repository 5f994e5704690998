import { appendAuditEvent } from '@/audit/append-audit-event';
import { claimCall } from '@/platform/http/call-windows';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import type { MarkedProfile } from './find-namesakes';
import { hasUnfilledName, typedNumber } from './has-name-like';
import { nameKey } from './name-key';
import { beginsWith, containsKey } from './index-name';
import type { PatientCandidate } from './patient-marks';
import { readPatientMarks } from './read-patient-marks';

/** Fewer letters would list strangers rather than find a patient. */
const MIN_LETTERS = 3;
const MAX_CANDIDATES = 10;
/** Of more, people type more letters. */
const MAX_MATCHES = 50;
/** Enough for a long day; reading a register of thousands would take weeks and show in the audit trail. */
const DAILY = { calls: 1_000, minutes: DAY_MS / MINUTE_MS };

/**
 * The active patients whose name contains what was typed, however it is spelled, or who have the patient number
 * that was typed; for a doctor to pick one: two people may share a name.
 * The trail keeps who was shown to whom, never what was typed.
 * @returns at most ten, by name, birth date and number, of the first fifty that match; none before the third letter
 * @throws AppError forbidden, too-many-requests
 */
export async function findPatients(actor: Actor, typed: string): Promise<PatientCandidate[]> {
  if (actor.role !== 'DOCTOR') throw new AppError('forbidden');
  if (nameKey(typed).length < MIN_LETTERS) return [];
  await claimCall('patient search', actor.accountId, DAILY);
  const profiles = await findProfiles(typed);
  const marksOf = await readPatientMarks(actor.accountId, profiles);
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'patient.searched',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      details: { shown: profiles.map(({ accountId }) => accountId).join(' ') },
    }),
  );
  return profiles.map((profile) => ({
    accountId: profile.accountId,
    name: profile.account.displayName,
    birthYear: profile.birthDate.getUTCFullYear(),
    ...marksOf(profile),
  }));
}

/** The active patients with the number that was typed, or the first by name whose names contain it. */
async function findProfiles(typed: string): Promise<MarkedProfile[]> {
  const number = typedNumber(typed);
  const profiles = await database().patientProfile.findMany({
    where: number === null ? { accountId: { in: await findIds(typed) } } : { number },
    include: { account: true },
  });
  return profiles
    .filter(({ account }) => account.role === 'PATIENT' && account.status === 'ACTIVE')
    .toSorted((a, b) => compareNames(nameOf(a), nameOf(b)));
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
