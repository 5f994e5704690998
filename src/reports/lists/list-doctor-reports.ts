import { hexlify } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { Prisma, type ReportState, type ReportTemplate } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { doctorReportsCondition, type DoctorReportsQuery } from './doctor-reports-query';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { ownPatientColumns, toOwnPatient, type OwnPatient } from '@/reports/drafts/own-patient';
import { isSealed } from '@/reports/sealed/sealed-report';
import { findEnds, IS_ENDED } from '@/reports/retraction/find-ends';

const PATIENTS_PER_PAGE = 10;
/** More than these of one patient are a click away. */
const NEWEST_PER_PATIENT = 5;
/** When one patient is looked at alone, pages are made of reports. */
const PER_PAGE_OF_ONE_PATIENT = 50;

/** One line of the dashboard. */
export interface DoctorReportLine {
  id: string;
  code: string;
  template: ReportTemplate;
  /** What it is for its reader: ended as soon as that was requested. */
  state: ReportState;
  /** It was withdrawn, retracted or replaced. */
  isEnded: boolean;
  /** The report's name from its sealed metadata on the chain; null before it is anchored. */
  anchoredName: string | null;
  createdAt: Date;
  forwardedAt: Date | null;
}

/** One patient's reports, newest first, those that ended last; no patient for drafts in which none was picked yet. */
export interface DoctorReportGroup {
  patient: OwnPatient | null;
  reportCount: number;
  reports: DoctorReportLine[];
}

export interface DoctorReports {
  reportCount: number;
  patientCount: number;
  /** The page shown: the last one when a later one was asked for. */
  page: number;
  pageCount: number;
  groups: DoctorReportGroup[];
}

/**
 * A doctor's reports, grouped by patient, the patient with the newest report first. Pages are made of
 * patients. The number of queries does not depend on the number of reports, and all are led by indexes
 * on the doctor.
 *
 * Reports are grouped by account, because that is how they are routed. An anchored report has no staged data:
 * its name is read from its sealed metadata on the chain.
 */
export async function listDoctorReports(
  actor: Actor,
  query: DoctorReportsQuery,
): Promise<DoctorReports> {
  requireDoctor(actor);
  const wanted = doctorReportsCondition(actor, query);
  const totals = await countAll(wanted);
  const pageCount =
    query.patient === null
      ? Math.ceil(totals.groups / PATIENTS_PER_PAGE)
      : Math.ceil(totals.reports / PER_PAGE_OF_ONE_PATIENT);
  const page = Math.min(query.page, Math.max(pageCount, 1));
  const groups = await pageOfPatients(wanted, query.patient === null ? page : 1);
  const places =
    query.patient === null
      ? { first: 1, last: NEWEST_PER_PATIENT }
      : { first: (page - 1) * PER_PAGE_OF_ONE_PATIENT + 1, last: page * PER_PAGE_OF_ONE_PATIENT };
  const [lines, patients] = await Promise.all([
    readLines(wanted, groups, places),
    readPatients(groups),
  ]);
  return {
    reportCount: totals.reports,
    patientCount: totals.patients,
    page,
    pageCount,
    groups: groups.map(({ patientId, reports }) => ({
      patient: patients.get(patientId ?? '') ?? null,
      reportCount: Number(reports),
      reports: lines.filter((line) => line.patientId === patientId),
    })),
  };
}

interface GroupRow {
  patientId: string | null;
  reports: bigint;
}

async function countAll(wanted: Prisma.Sql) {
  const [row] = await database().$queryRaw<{ reports: bigint; patients: bigint; groups: bigint }[]>`
    SELECT COUNT(*) AS reports, COUNT(DISTINCT patientId) AS patients,
      COUNT(DISTINCT COALESCE(patientId, '')) AS \`groups\`
    FROM Report WHERE ${wanted}`;
  return {
    reports: Number(row?.reports ?? 0),
    patients: Number(row?.patients ?? 0),
    groups: Number(row?.groups ?? 0),
  };
}

async function pageOfPatients(wanted: Prisma.Sql, page: number): Promise<GroupRow[]> {
  return database().$queryRaw<GroupRow[]>`
    SELECT patientId, COUNT(*) AS reports FROM Report WHERE ${wanted}
    GROUP BY patientId ORDER BY MAX(createdAt) DESC, patientId
    LIMIT ${PATIENTS_PER_PAGE} OFFSET ${(page - 1) * PATIENTS_PER_PAGE}`;
}

async function readPatients(groups: GroupRow[]) {
  const accounts = await database().account.findMany({
    where: { id: { in: groups.flatMap(({ patientId }) => patientId ?? []) } },
    select: ownPatientColumns,
  });
  return new Map(accounts.map((account) => [account.id, toOwnPatient(account)]));
}

async function readLines(
  wanted: Prisma.Sql,
  groups: GroupRow[],
  places: { first: number; last: number },
): Promise<(DoctorReportLine & { patientId: string | null })[]> {
  if (groups.length === 0) return [];
  // COALESCE lets the drafts without a patient be one more group of the list.
  const shown = Prisma.join(groups.map(({ patientId }) => patientId ?? ''));
  const ids = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, ROW_NUMBER() OVER (
        PARTITION BY patientId ORDER BY ${IS_ENDED}, createdAt DESC, id DESC) AS place
      FROM Report WHERE ${wanted} AND COALESCE(patientId, '') IN (${shown})
    ) AS placed WHERE place BETWEEN ${places.first} AND ${places.last}`;
  const reports = await database().report.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const anchored = await readAnchoredMetadata(
    reports.filter(({ anchoredAt }) => anchoredAt !== null).filter((report) => isSealed(report)),
  );
  const ends = await findEnds(database(), reports);
  const lines = reports.map((report) => ({
    id: report.id,
    code: report.code,
    template: report.template,
    state: ends.get(report.id)?.state ?? report.state,
    isEnded: ends.has(report.id),
    patientId: report.patientId,
    anchoredName:
      report.contentHash === null
        ? null
        : (anchored.get(hexlify(report.contentHash))?.reportName ?? null),
    createdAt: report.createdAt,
    forwardedAt: report.forwardedAt,
  }));
  return lines.toSorted((a, b) => Number(a.isEnded) - Number(b.isEnded));
}
