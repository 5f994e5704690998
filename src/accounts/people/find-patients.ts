import { appendAuditEvent } from '@/audit/append-audit-event';
import { claimCall } from '@/platform/http/call-windows';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { nameOfAccount } from './both-spellings';
import { matchPatients } from './match-patients';
import { nameKey } from './name-key';
import type { PatientCandidate } from './patient-marks';
import { readPatientMarks } from './read-patient-marks';

/** Fewer letters would list strangers rather than find a patient. */
const MIN_LETTERS = 3;
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
  const profiles = await matchPatients(typed);
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
    name: nameOfAccount(profile.account),
    birthYear: profile.birthDate.getUTCFullYear(),
    ...marksOf(profile),
  }));
}
