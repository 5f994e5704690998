import { maskEmail } from '@/accounts/email/mask-email';
import { database } from '@/platform/database/database';
import { findNamesakes, type MarkedProfile } from './find-namesakes';
import { formatPatientNumber, type PatientMarks } from './patient-marks';

/**
 * Reads what distinguishes some patients, as one doctor sees it.
 * @returns the marks of one of them
 */
export async function readPatientMarks(
  doctorId: string,
  profiles: readonly MarkedProfile[],
): Promise<(profile: MarkedProfile) => PatientMarks> {
  const patientIds = profiles.map(({ accountId }) => accountId);
  const [hasNamesake, counts] = await Promise.all([
    findNamesakes(profiles),
    database().pairCount.findMany({
      where: { doctorId, patientId: { in: patientIds }, state: 'ALL' },
      select: { patientId: true, sentAt: true },
    }),
  ]);
  const sent = new Map(counts.map(({ patientId, sentAt }) => [patientId, sentAt]));
  return (profile) => ({
    number: formatPatientNumber(profile.number),
    maskedEmail: maskEmail(profile.account.email),
    lastReportAt: sent.get(profile.accountId)?.toISOString() ?? null,
    hasNamesake: hasNamesake(profile),
  });
}
