import { database } from '@/platform/database/database';
import type { Actor } from '@/accounts/sessions/actor';
import { formatPatientNumber } from './patient-marks';

/** The number by which a patient is told apart from others of the name; null for everybody else. */
export async function readOwnNumber(actor: Actor): Promise<string | null> {
  const profile = await database().patientProfile.findUnique({
    where: { accountId: actor.accountId },
    select: { number: true },
  });
  return profile === null ? null : formatPatientNumber(profile.number);
}
