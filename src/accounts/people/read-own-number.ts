import { database } from '@/platform/database/database';
import type { Actor } from '@/accounts/sessions/actor';
import { formatPatientNumber } from './patient-marks';

/** The number that distinguishes a patient from others of the same name; null for accounts of other roles. */
export async function readOwnNumber(actor: Actor): Promise<string | null> {
  const profile = await database().patientProfile.findUnique({
    where: { accountId: actor.accountId },
    select: { number: true },
  });
  return profile === null ? null : formatPatientNumber(profile.number);
}
