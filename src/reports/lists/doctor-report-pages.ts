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
import { comparison, keysetByTime } from '@/platform/database/keyset-sql';
import { NO_PATIENT, type CountedPlace, type CountedState } from '@/reports/counts/counted-place';
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
    (query: KeysetQuery<TimeKey>) => {
      const { beyond, limited } = keysetByTime(query, 'newestAt', 'patientId');
      return database().$queryRaw<{ patientId: string; reports: number; newestAt: Date }[]>`
        SELECT patientId, reports, newestAt
        FROM PairCount FORCE INDEX (PairCount_doctorId_state_newestAt_patientId_idx)
        WHERE doctorId = ${doctorId} AND state = ${counted} AND newestAt IS NOT NULL
          ${beyond} ${limited}`;
    },
    ({ newestAt, patientId }) => timeKeyText({ at: newestAt, id: patientId }),
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
      AND ${isPatient(patientId)}
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
      async (query: KeysetQuery<ReportKey>) => {
        const ids = await idsOfPage(place, query);
        const order = query.direction === 'older' ? 'desc' : 'asc';
        return database().report.findMany({
          where: { id: { in: ids } },
          orderBy: [{ isStanding: order }, { createdAt: order }, { id: order }],
          select: { id: true, isStanding: true, createdAt: true },
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

/** The reports of one page. Those that ended are older than all that stand; those of one state are one or the other. */
async function idsOfPage(
  { doctorId, patientId, state }: CountedPlace,
  query: KeysetQuery<ReportKey>,
): Promise<string[]> {
  const { key, direction } = query;
  const { beyond, limited } = keysetByTime(query, 'createdAt', 'id');
  const whose = Prisma.sql`doctorId = ${doctorId} AND ${isPatient(patientId)}`;
  const [is, order] = comparison(direction);
  const part =
    key === null
      ? Prisma.sql`AND isStanding IS NOT NULL`
      : Prisma.sql`AND (isStanding ${is} ${key.isStanding} OR (isStanding = ${key.isStanding} ${beyond}))`;
  const rows =
    state === 'ALL'
      ? await database().$queryRaw<{ id: string }[]>`
          SELECT id FROM Report FORCE INDEX (Report_doctorId_patientId_isStanding_createdAt_idx)
          WHERE ${whose} ${part} ORDER BY isStanding ${order}, createdAt ${order}, id ${order} LIMIT ${query.take}`
      : await database().$queryRaw<{ id: string }[]>`
          SELECT id FROM Report FORCE INDEX (Report_doctorId_patientId_shownState_createdAt_idx)
          WHERE ${whose} AND shownState = ${state} ${beyond} ${limited}`;
  return rows.map(({ id }) => id);
}

function isPatient(patientId: string): Prisma.Sql {
  return patientId === NO_PATIENT
    ? Prisma.sql`patientId IS NULL`
    : Prisma.sql`patientId = ${patientId}`;
}

function parseReportKey(text: string): ReportKey | null {
  const key = /^[se]/.test(text) ? parseTimeKey(text.slice(1)) : null;
  return key === null ? null : { ...key, isStanding: text.startsWith('s') };
}
