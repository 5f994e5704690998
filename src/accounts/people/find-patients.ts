import { appendAuditEvent } from '@/audit/append-audit-event';
import { claimCall } from '@/platform/http/call-windows';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { findNamesakes } from './find-namesakes';
import { hasNameOrNumber } from './has-name-like';
import { nameKey } from './name-key';
import { toPatientMarks, withMarks, type PatientCandidate } from './patient-marks';

/** Fewer letters would list strangers rather than find a patient. */
const MIN_LETTERS = 3;
const MAX_CANDIDATES = 10;
/** Enough for a long day; reading a register of thousands would take weeks and show in the audit trail. */
const DAILY = { calls: 1_000, minutes: DAY_MS / MINUTE_MS };

/**
 * The active patients whose name contains what was typed, however it is spelled, or who have the patient number
 * that was typed; for a doctor to pick one: two people may share a name.
 * The trail keeps who was shown to whom, never what was typed.
 * @returns at most ten, by name, birth date and number; none before the third letter
 * @throws AppError forbidden, too-many-requests
 */
export async function findPatients(actor: Actor, typed: string): Promise<PatientCandidate[]> {
  if (actor.role !== 'DOCTOR') throw new AppError('forbidden');
  if (nameKey(typed).length < MIN_LETTERS) return [];
  await claimCall('patient search', actor.accountId, DAILY);
  const profiles = await database().patientProfile.findMany({
    where: {
      account: { role: 'PATIENT', status: 'ACTIVE', ...hasNameOrNumber(typed) },
    },
    include: withMarks(actor.accountId),
    orderBy: [{ account: { displayName: 'asc' } }, { birthDate: 'asc' }, { number: 'asc' }],
    take: MAX_CANDIDATES,
  });
  const hasNamesake = await findNamesakes(profiles);
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
    ...toPatientMarks(profile, hasNamesake(profile)),
  }));
}
