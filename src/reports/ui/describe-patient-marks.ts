import type { PatientMarks } from '@/accounts/people/patient-marks';
import type { Translate } from '@/messages/translator';
import { formatDay } from '@/platform/time/format-time';

/** When this doctor last wrote a report for a patient. */
export function describeLastReport(
  { lastReportAt }: Pick<PatientMarks, 'lastReportAt'>,
  t: Translate,
): string {
  return lastReportAt === null
    ? t('reports.patientMarks.noReport')
    : t('reports.patientMarks.lastReport', { day: formatDay(lastReportAt.slice(0, 10), t) });
}

/** What distinguishes two patients of one name, on one line. */
export function describeMarks(patient: PatientMarks, t: Translate): string {
  return t('reports.patientMarks.line', {
    number: patient.number,
    email: patient.maskedEmail,
    lastReport: describeLastReport(patient, t),
  });
}
