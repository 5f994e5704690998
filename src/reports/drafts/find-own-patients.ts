import type { Actor } from '@/accounts/sessions/actor';
import { typedNumber } from '@/accounts/people/has-name-like';
import { nameKey } from '@/accounts/people/name-key';
import { isGenuinePatient } from '@/accounts/people/patient-profile-mac';
import { beginsWith, containsKey } from '@/accounts/people/index-name';
import { database } from '@/platform/database/database';
import { likePattern } from '@/platform/database/like-pattern';
import { requireDoctor } from '@/reports/access/lock-written-report';
import type { OwnPatient } from './own-patient';
import { readOwnPatients } from './read-own-patients';

const MAX_CANDIDATES = 10;
/** So few patients are all looked at; of more, enough have a common name for ten to be found soon. */
const FEW_PATIENTS = 400;

/**
 * The patients for whom a doctor has written, by a part of the name, however it is spelled, or by the number.
 * @returns at most ten, by name
 * @throws AppError not-found for everyone except doctors
 */
export async function findOwnPatients(actor: Actor, name: string): Promise<OwnPatient[]> {
  requireDoctor(actor);
  const ids = [...new Set(await findIds(actor.accountId, name))];
  return (await readOwnPatients(ids)).slice(0, MAX_CANDIDATES);
}

async function findIds(doctorId: string, typed: string): Promise<string[]> {
  const number = typedNumber(typed);
  if (number !== null) return findByNumber(doctorId, number);
  const key = nameKey(typed);
  const all = await database().doctorCount.findUnique({
    where: { doctorId_state: { doctorId, state: 'ALL' } },
  });
  const isFew = (all?.patients ?? 0) <= FEW_PATIENTS;
  const rows = await (isFew ? findAmongFew(doctorId, key, typed) : findAmongMany(doctorId, key));
  return rows.map(({ id }) => id);
}

async function findByNumber(doctorId: string, number: number): Promise<string[]> {
  const profile = await database().patientProfile.findUnique({ where: { number } });
  if (profile === null || !(await isGenuinePatient(database(), profile))) return [];
  const patientId = profile.accountId;
  const pair = await database().pairCount.findUnique({
    where: { doctorId_patientId_state: { doctorId, patientId, state: 'ALL' } },
  });
  return pair === null || pair.reports === 0 ? [] : [patientId];
}

/** Names whose key the worker has not filled in yet are compared as the database does. */
function findAmongFew(doctorId: string, key: string, typed: string) {
  return database().$queryRaw<{ id: string }[]>`
    SELECT id FROM PairCount STRAIGHT_JOIN Account ON id = patientId
    WHERE doctorId = ${doctorId} AND state = 'ALL' AND newestAt IS NOT NULL
      AND (${containsKey(key)} OR (nameKey = '' AND displayName LIKE ${`%${likePattern(typed)}%`}))
    ORDER BY displayName LIMIT ${MAX_CANDIDATES}`;
}

/** A name that contains it twice is there twice: SELECT DISTINCT would read all matches before it stops. */
function findAmongMany(doctorId: string, key: string) {
  return database().$queryRaw<{ id: string }[]>`
    SELECT id FROM PatientNamePart
      STRAIGHT_JOIN PairCount ON doctorId = ${doctorId} AND patientId = accountId AND state = 'ALL'
      STRAIGHT_JOIN Account ON id = accountId
    WHERE ${beginsWith(key)} AND newestAt IS NOT NULL AND ${containsKey(key)}
    LIMIT ${2 * MAX_CANDIDATES}`;
}
