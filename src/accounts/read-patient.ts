import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
import type { Actor } from './actor';
import { findNamesakes } from './find-namesakes';
import { toPatientSnapshot } from './get-patient';
import { toPatientMarks, withMarks, type PickedPatient } from './patient-marks';

/**
 * What a doctor who has picked a patient sees of them.
 * @throws AppError forbidden for everybody but doctors; not-found, also for an account that is no active patient
 */
export async function readPatient(actor: Actor, accountId: string): Promise<PickedPatient> {
  if (actor.role !== 'DOCTOR') throw new AppError('forbidden');
  const profile = await database().patientProfile.findFirst({
    where: { accountId, account: { role: 'PATIENT', status: 'ACTIVE' } },
    include: withMarks(actor.accountId),
  });
  if (profile === null) throw new AppError('not-found');
  const hasNamesake = await findNamesakes([profile]);
  return { ...toPatientSnapshot(profile), ...toPatientMarks(profile, hasNamesake(profile)) };
}
