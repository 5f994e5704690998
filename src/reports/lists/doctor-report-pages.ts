import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import {
  parseTimeKey,
  readPage,
  readPlace,
  timeKeyText,
  type KeysetQuery,
  type PageSteps,
  type TimeKey,
} from '@/platform/database/keyset';
import { NO_PATIENT, reportsOf, type CountedState } from '@/reports/counts/counted-place';
import type { DoctorReportsQuery } from './doctor-reports-query';

const PATIENTS_PER_PAGE = 10;
/** More than these of one patient are a click away. */
const NEWEST_PER_PATIENT = 5;
/** When one patient is looked at alone, pages are made of reports. */
const PER_PAGE_OF_ONE_PATIENT = 50;

/** A patient of a page, and the reports of theirs that it shows, in their order. */
export interface PatientGroup {
  /** NO_PATIENT for drafts in which none was picked yet. */
  patientId: string;
  /** All that match. */
  reports: number;
  reportIds: string[];
}

interface GroupPage extends PageSteps {
  groups: PatientGroup[];
}

/** One page of the patients for whom a doctor wrote reports that match, with the newest of each. */
export async function pageOfPatients(
  doctorId: string,
  { state, page }: DoctorReportsQuery,
): Promise<GroupPage> {
  const counted: CountedState = state ?? 'ALL';
  const { rows, newer, older } = await readPage(
    readPlace(page, parseTimeKey),
    PATIENTS_PER_PAGE,
    ({ key, direction, take }: KeysetQuery<TimeKey>) => {
      const isOlder = direction === 'older';
      const order = isOlder ? 'desc' : 'asc';
      return database().pairCount.findMany({
        where: {
          ...{ doctorId, state: counted, newestAt: { not: null } },
          ...(key !== null && {
            OR: [
              { newestAt: isOlder ? { lt: key.at } : { gt: key.at } },
              { newestAt: key.at, patientId: isOlder ? { lt: key.id } : { gt: key.id } },
            ],
          }),
        },
        orderBy: [{ newestAt: order }, { patientId: order }],
        take,
      });
    },
    ({ newestAt, patientId }) => timeKeyText({ at: newestAt ?? new Date(0), id: patientId }),
  );
  const newest = await newestOfEach(
    doctorId,
    rows.map(({ patientId }) => patientId),
    state,
  );
  const groups = rows.map(({ patientId, reports }) => ({
    ...{ patientId, reports },
    reportIds: newest.flatMap((row) => ((row.patientId ?? NO_PATIENT) === patientId ? row.id : [])),
  }));
  return { groups, newer, older };
}

/** The newest reports of each patient, those that ended last: for each, the end of an index. */
async function newestOfEach(
  doctorId: string,
  patientIds: readonly string[],
  state: DoctorReportsQuery['state'],
): Promise<{ id: string; patientId: string | null }[]> {
  if (patientIds.length === 0) return [];
  const ofOne = (patientId: string) => Prisma.sql`
    (SELECT id, patientId FROM Report
    WHERE doctorId = ${doctorId}
      AND ${patientId === NO_PATIENT ? Prisma.sql`patientId IS NULL` : Prisma.sql`patientId = ${patientId}`}
      AND ${
        state === null
          ? Prisma.sql`isStanding IS NOT NULL ORDER BY isStanding DESC,`
          : Prisma.sql`shownState = ${state} ORDER BY`
      } createdAt DESC, id DESC LIMIT ${NEWEST_PER_PATIENT})`;
  return database().$queryRaw<{ id: string; patientId: string | null }[]>(
    Prisma.join(patientIds.map(ofOne), ' UNION ALL '),
  );
}

interface ReportKey extends TimeKey {
  isStanding: boolean;
}

/** One page of the reports for one patient that match: at most one group. */
export async function pageOfReports(
  doctorId: string,
  { patient, state, page }: DoctorReportsQuery,
): Promise<GroupPage> {
  const place = { doctorId, patientId: patient ?? NO_PATIENT, state: state ?? ('ALL' as const) };
  const [count, { rows, newer, older }] = await Promise.all([
    database().pairCount.findUnique({ where: { doctorId_patientId_state: place } }),
    readPage(
      readPlace(page, parseReportKey),
      PER_PAGE_OF_ONE_PATIENT,
      ({ key, direction, take }: KeysetQuery<ReportKey>) => {
        const order = direction === 'older' ? 'desc' : 'asc';
        return database().report.findMany({
          where: { ...reportsOf(place), isStanding: { not: null }, ...beyond(key, direction) },
          orderBy: [{ isStanding: order }, { createdAt: order }, { id: order }],
          select: { id: true, isStanding: true, createdAt: true },
          take,
        });
      },
      ({ id, isStanding, createdAt }) =>
        `${isStanding === true ? 's' : 'e'}${timeKeyText({ at: createdAt, id })}`,
    ),
  ]);
  if (rows.length === 0) return { groups: [], newer, older };
  const reports = count?.reports ?? rows.length;
  const group = { patientId: place.patientId, reports, reportIds: rows.map(({ id }) => id) };
  return { groups: [group], newer, older };
}

/** Those that ended are older than all that stand. */
function beyond(key: ReportKey | null, direction: 'older' | 'newer'): Prisma.ReportWhereInput {
  if (key === null) return {};
  const { isStanding, at, id } = key;
  const isOlder = direction === 'older';
  const otherPart = isOlder === isStanding ? [{ isStanding: !isStanding }] : [];
  return {
    OR: [
      ...otherPart,
      { isStanding, createdAt: isOlder ? { lt: at } : { gt: at } },
      { isStanding, createdAt: at, id: isOlder ? { lt: id } : { gt: id } },
    ],
  };
}

function parseReportKey(text: string): ReportKey | null {
  const key = /^[se]/.test(text) ? parseTimeKey(text.slice(1)) : null;
  return key === null ? null : { ...key, isStanding: text.startsWith('s') };
}
