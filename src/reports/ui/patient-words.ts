import type { PatientMarks } from '@/accounts/people/patient-marks';
import { formatDay } from '@/reports/documents/format-time';

/** When this doctor last wrote about a patient, in words. */
export function lastReportWords({ lastReportAt }: Pick<PatientMarks, 'lastReportAt'>): string {
  return lastReportAt === null
    ? 'no report by you yet'
    : `your last report ${formatDay(lastReportAt.slice(0, 10))}`;
}

/** What tells two patients of one name apart, on one line. */
export function marksWords(patient: PatientMarks): string {
  return `No. ${patient.number} · ${patient.maskedEmail} · ${lastReportWords(patient)}`;
}
