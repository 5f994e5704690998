import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { findActiveProfile, toPatientSnapshot } from './get-patient';
import { claimDetailsRead, recordDetailsRead } from './patient-details-reads';
import type { PickedPatient } from './patient-marks';
import { readPatientMarks } from './read-patient-marks';

/**
 * What a doctor who has picked a patient sees of them. Each look leaves a trace about the patient.
 * @throws AppError forbidden for everyone except doctors; not-found, also for an account that is no active patient;
 * too-many-requests, object-altered
 */
export async function readPatient(actor: Actor, accountId: string): Promise<PickedPatient> {
  if (actor.role !== 'DOCTOR') throw new AppError('forbidden');
  await claimDetailsRead(actor);
  const profile = await findActiveProfile(database(), accountId);
  const snapshot = await toPatientSnapshot(database(), profile);
  await inTransaction((tx) => recordDetailsRead(tx, actor, accountId));
  const marksOf = await readPatientMarks(actor.accountId, [profile]);
  return { ...snapshot, ...marksOf(profile) };
}
