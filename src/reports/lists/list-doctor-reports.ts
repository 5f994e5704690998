import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import type { PageSteps } from '@/platform/database/keyset';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { NO_PATIENT, type CountedState } from '@/reports/counts/counted-place';
import type { OwnPatient } from '@/reports/drafts/own-patient';
import { readOwnPatients } from '@/reports/drafts/read-own-patients';
import type { DoctorReportsQuery } from './doctor-reports-query';
import { pageOfPatients, pageOfReports, type PatientGroup } from './doctor-report-pages';
import { readDoctorLines, type DoctorReportLine } from './read-doctor-lines';

/** One patient's reports, newest first, those that ended last; no patient for drafts in which none was picked yet. */
export interface DoctorReportGroup {
  patient: OwnPatient | null;
  reportCount: number;
  reports: DoctorReportLine[];
}

export interface DoctorReports extends PageSteps {
  reportCount: number;
  patientCount: number;
  groups: DoctorReportGroup[];
}

/**
 * A doctor's reports, grouped by patient, the patient with the newest report first. Pages are made of patients, or
 * of reports when one patient is looked at alone. How many rows are read does not depend on the number of
 * reports: totals and patients come from the counts, lines from the end of an index.
 */
export async function listDoctorReports(
  actor: Actor,
  query: DoctorReportsQuery,
): Promise<DoctorReports> {
  requireDoctor(actor);
  const doctorId = actor.accountId;
  const [totals, { groups, newer, older }] = await Promise.all([
    readTotals(doctorId, query),
    query.patient === null ? pageOfPatients(doctorId, query) : pageOfReports(doctorId, query),
  ]);
  const [lines, patients] = await Promise.all([
    readDoctorLines(groups.flatMap(({ reportIds }) => reportIds)),
    readPatients(groups),
  ]);
  return {
    ...totals,
    ...{ newer, older },
    groups: groups.map(({ patientId, reports, reportIds }) => ({
      patient: patients.get(patientId) ?? null,
      reportCount: reports,
      reports: lines.filter(({ id }) => reportIds.includes(id)),
    })),
  };
}

/** How many reports match a query, and how many patients they are for. */
async function readTotals(doctorId: string, { state, patient }: DoctorReportsQuery) {
  const counted: CountedState = state ?? 'ALL';
  if (patient === null) {
    const row = await database().doctorCount.findUnique({
      where: { doctorId_state: { doctorId, state: counted } },
    });
    return { reportCount: row?.reports ?? 0, patientCount: row?.patients ?? 0 };
  }
  const row = await database().pairCount.findUnique({
    where: { doctorId_patientId_state: { doctorId, patientId: patient, state: counted } },
  });
  const reportCount = row?.reports ?? 0;
  return { reportCount, patientCount: patient === NO_PATIENT ? 0 : Math.min(reportCount, 1) };
}

async function readPatients(groups: readonly PatientGroup[]): Promise<Map<string, OwnPatient>> {
  const patients = await readOwnPatients(groups.map(({ patientId }) => patientId));
  return new Map(patients.map((patient) => [patient.accountId, patient]));
}
