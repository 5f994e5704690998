import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
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
  const typed = name.trim().normalize('NFC');
  if (Array.from(typed).length < MIN_LETTERS) return [];
  // The signs that stand for any letter in a LIKE pattern are letters here.
  const pattern = typed.replaceAll(/[\\%_]/g, '\\$&');
  const profiles = await database().patientProfile.findMany({
    where: {
      account: { role: 'PATIENT', status: 'ACTIVE', displayName: { contains: pattern } },
    },
    include: { account: true },
    orderBy: [{ account: { displayName: 'asc' } }, { birthDate: 'asc' }],
    take: MAX_CANDIDATES,
  });
  return profiles.map(toPatientSnapshot);
}
