import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { database } from '@/platform/database/database';

/** Who wrote a report, whom it is for, and its code. */
export interface ReportNames {
  doctor: string;
  patient: string;
  code: string;
}

/**
 * The names of those reports that a person wrote or received.
 * @returns the report's id → names; other reports are left out
 */
export async function findReportNames(
  accountId: string,
  reportIds: readonly string[],
): Promise<Map<string, ReportNames>> {
  if (reportIds.length === 0) return new Map();
  const reports = await database().report.findMany({
    where: { id: { in: [...new Set(reportIds)] } },
    select: {
      id: true,
      code: true,
      doctorId: true,
      patientId: true,
      doctor: { select: nameWithClinicSelect },
      patient: { select: NAME_COLUMNS },
    },
  });
  return new Map(
    reports.flatMap(({ id, code, doctorId, patientId, doctor, patient }) =>
      patient !== null && (doctorId === accountId || patientId === accountId)
        ? [[id, { doctor: nameWithClinic(doctor), patient: nameOfAccount(patient), code }]]
        : [],
    ),
  );
}
