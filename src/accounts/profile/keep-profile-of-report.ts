import { findActiveProfile, toPatientSnapshot } from '@/accounts/people/get-patient';
import { patientProfileMac, type PatientFields } from '@/accounts/people/patient-profile-mac';
import type { PatientSnapshot } from '@/accounts/people/snapshots';
import type { PatientProfile } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';

/** Which correction of a patient's data a report is written with. */
export type SeenProfile = PatientFields & Pick<PatientProfile, 'revision'>;

/**
 * An active patient's own data for a report, and which correction of it this is. The correction stands in the row that
 * is read first, so that one in between is noticed.
 * @throws AppError not-found, also for an account that is no active patient; object-altered
 */
export async function readProfileForReport(
  tx: Transaction,
  accountId: string,
): Promise<{ patient: PatientSnapshot; seen: SeenProfile }> {
  const profile = await findActiveProfile(tx, accountId);
  return { patient: await toPatientSnapshot(tx, profile), seen: profile };
}

/**
 * Refuses to send a report with data of the patient that was corrected meanwhile. With the first report the patient's
 * row is written: from then on only an administrator corrects it, and of two at one moment one comes first.
 * @param at when the report is sent
 * @throws AppError conflict
 */
export async function keepProfileOfReport(
  tx: Transaction,
  seen: SeenProfile,
  at: Date,
): Promise<void> {
  const { accountId, revision } = seen;
  const hasReports = seen.firstReportAt !== null;
  if (!hasReports) {
    const mac = await patientProfileMac(tx, { ...seen, firstReportAt: at });
    const { count } = await tx.patientProfile.updateMany({
      where: { accountId, revision, firstReportAt: null },
      data: { firstReportAt: at, mac },
    });
    if (count === 1) return;
  }
  // Another first report may have been sent. A plain read would show the row as the transaction first saw it.
  const rows = hasReports
    ? await tx.$queryRaw<Row[]>`
        SELECT revision FROM PatientProfile WHERE accountId = ${accountId}`
    : await tx.$queryRaw<Row[]>`
        SELECT revision FROM PatientProfile WHERE accountId = ${accountId} FOR UPDATE`;
  if (rows[0] !== undefined && Number(rows[0].revision) === revision) return;
  throw new AppError('conflict', { detail: (t) => t('accounts.profile.correctedMeanwhile') });
}

interface Row {
  revision: number | bigint;
}
