import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { likePattern } from '@/platform/like-pattern';
import type { Actor } from './actor';
import { toPatientSnapshot } from './get-patient';
import type { PatientSnapshot } from './snapshots';

/** Fewer letters would list strangers rather than find a patient. */
const MIN_LETTERS = 3;
const MAX_CANDIDATES = 10;

/**
 * The active patients whose name contains what was typed, for a doctor to pick one: two people may bear one
 * name. Upper and lower case and accents are as the database's collation compares them.
 * @returns at most ten, by name and birth date; none before the third letter
 */
export async function findPatients(actor: Actor, name: string): Promise<PatientSnapshot[]> {
  if (actor.role !== 'DOCTOR') throw new AppError('forbidden');
  if (Array.from(name.trim().normalize('NFC')).length < MIN_LETTERS) return [];
  const profiles = await database().patientProfile.findMany({
    where: {
      account: {
        role: 'PATIENT',
        status: 'ACTIVE',
        displayName: { contains: likePattern(name) },
      },
    },
    include: { account: true },
    orderBy: [{ account: { displayName: 'asc' } }, { birthDate: 'asc' }],
    take: MAX_CANDIDATES,
  });
  return profiles.map(toPatientSnapshot);
}
