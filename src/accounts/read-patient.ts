import { appendAuditEvent } from '@/audit/append-audit-event';
import { claimCall } from '@/platform/call-windows';
import { database, inTransaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import type { Actor } from './actor';
import { findNamesakes } from './find-namesakes';
import { toPatientSnapshot } from './get-patient';
import { toPatientMarks, withMarks, type PickedPatient } from './patient-marks';

/** More people than a doctor sees in a day. */
const DAILY = { calls: 300, minutes: 24 * 60 };

/**
 * What a doctor who has picked a patient sees of them. Each look leaves a trace about the patient.
 * @throws AppError forbidden for everybody but doctors; not-found, also for an account that is no active patient;
 * too-many-requests
 */
export async function readPatient(actor: Actor, accountId: string): Promise<PickedPatient> {
  if (actor.role !== 'DOCTOR') throw new AppError('forbidden');
  await claimCall('patient details', actor.accountId, DAILY);
  const profile = await database().patientProfile.findFirst({
    where: { accountId, account: { role: 'PATIENT', status: 'ACTIVE' } },
    include: withMarks(actor.accountId),
  });
  if (profile === null) throw new AppError('not-found');
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'patient.details-read',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      subjectId: accountId,
    }),
  );
  const hasNamesake = await findNamesakes([profile]);
  return { ...toPatientSnapshot(profile), ...toPatientMarks(profile, hasNamesake(profile)) };
}
