import { bothSpellings, NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { hexlify } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { doctorSnapshotSchema } from '@/accounts/people/snapshots';
import type { Prisma, ReportState } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import {
  parseTimeKey,
  readPage,
  readPlace,
  timeKeyText,
  type KeysetQuery,
  type ListPage,
  type PageSteps,
  type TimeKey,
} from '@/platform/database/keyset';
import { keysetByTime } from '@/platform/database/keyset-sql';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { isSent, openSeal } from '@/reports/sealed/sealed-report';
import { stagedOf } from '@/reports/sealed/staged-content';
import { requirePatient } from '@/reports/access/lock-received-report';
import type { PatientReportsQuery } from './patient-reports-query';
import type { Translate } from '@/messages/translator';
import { titleOrNull } from '@/reports/templates/templates';
import { findEnds } from '@/reports/retraction/find-ends';

const ANCHORED_PER_PAGE = 10;
/** More than these hardly wait at one time; the newest are shown. */
const MOST_OPEN = 100;
const MOST_REJECTED = 20;
const ON_CHAIN: readonly ReportState[] = ['ANCHORED', 'RETRACTED', 'SUPERSEDED'];

/** One line of the patient's dashboard. */
export interface PatientReportLine {
  id: string;
  code: string;
  /** What it is for its reader: ended as soon as that was asked for. */
  state: ReportState;
  /** Null, like the doctor's name, when the chain's index does not hold it (yet). */
  title: string | null;
  doctorName: string | null;
  /** When it came into this state. */
  at: Date;
}

/** A patient's reports by what they ask of the patient. */
export interface PatientReports extends PageSteps {
  /** Withdrawn, retracted or replaced, and not noted by the patient yet. */
  news: PatientReportLine[];
  /** To be read and decided. */
  waiting: PatientReportLine[];
  /** Approved, or on the way to the chain. */
  approved: PatientReportLine[];
  /** One page of those that stand on the chain, read from the chain's own index. */
  anchored: PatientReportLine[];
  anchoredCount: number;
  /** The newest that the patient rejected. */
  rejected: PatientReportLine[];
  /** The newest that were withdrawn, retracted or replaced, and are noted. */
  past: PatientReportLine[];
}

const READ = {
  include: { staged: true, doctor: { select: NAME_COLUMNS }, ...WITH_KEYS },
} as const;
type Row = Prisma.ReportGetPayload<typeof READ>;

const NEWEST_FIRST = [{ updatedAt: 'desc' }, { id: 'desc' }] as const;

/**
 * The reports that were sent to this patient, newest first; drafts are never among them. Each part is the end of
 * an index, so that how many rows are read does not depend on the number of reports.
 */
export async function listPatientReports(
  actor: Actor,
  { page }: PatientReportsQuery,
  t: Translate,
): Promise<PatientReports> {
  requirePatient(actor);
  const patientId = actor.accountId;
  const inState = (shownState: ReportState, take: number) =>
    database().report.findMany({
      where: { patientId, shownState },
      ...{ ...READ, orderBy: [...NEWEST_FIRST], take },
    });
  const ended = (isSeen: boolean) =>
    database().report.findMany({
      where: { patientId, isStanding: false, endSeenAt: isSeen ? { not: null } : null },
      ...{ ...READ, orderBy: [{ endSeenAt: 'desc' }, { id: 'desc' }], take: MOST_OPEN },
    });
  const [news, waiting, approved, anchoring, anchored, anchoredCount, rejected, past] =
    await Promise.all([
      ended(false),
      inState('FORWARDED', MOST_OPEN),
      inState('APPROVED', MOST_OPEN),
      inState('ANCHORING', MOST_OPEN),
      pageOfAnchored(patientId, page),
      countAnchored(patientId),
      inState('REJECTED', MOST_REJECTED),
      ended(true),
    ]);
  const line = (report: Row) => stagedLine(report, t);
  return {
    news: await endedLines(news, t),
    waiting: waiting.map(line),
    approved: [...approved, ...anchoring]
      .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .map(line),
    anchored: await anchoredLines(anchored.rows),
    anchoredCount,
    newer: anchored.newer,
    older: anchored.older,
    rejected: rejected.map(line),
    past: await endedLines(past, t),
  };
}

function pageOfAnchored(
  patientId: string,
  page: PatientReportsQuery['page'],
): Promise<ListPage<Row>> {
  return readPage(
    readPlace(page, parseTimeKey),
    ANCHORED_PER_PAGE,
    async (query: KeysetQuery<TimeKey>) => {
      const { beyond, limited } = keysetByTime(query, 'updatedAt', 'id');
      const ids = await database().$queryRaw<{ id: string }[]>`
        SELECT id FROM Report FORCE INDEX (Report_patientId_shownState_updatedAt_idx)
        WHERE patientId = ${patientId} AND shownState = 'ANCHORED' ${beyond} ${limited}`;
      const order = query.direction === 'older' ? 'desc' : 'asc';
      return database().report.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        ...{ ...READ, orderBy: [{ updatedAt: order }, { id: order }] },
      });
    },
    ({ updatedAt, id }) => timeKeyText({ at: updatedAt, id }),
  );
}

/** A row for each of the patient's doctors. */
async function countAnchored(patientId: string): Promise<number> {
  const { _sum } = await database().pairCount.aggregate({
    where: { patientId, state: 'ANCHORED' },
    _sum: { reports: true },
  });
  return _sum.reports ?? 0;
}

/** What was never sealed, or lost its seal, is still staged; the others are read from the chain. */
async function endedLines(rows: Row[], t: Translate): Promise<PatientReportLine[]> {
  const ends = await findEnds(database(), rows);
  const sealed = await anchoredLines(rows.filter(({ state }) => ON_CHAIN.includes(state)));
  return rows.map((row) => {
    const end = ends.get(row.id);
    const line = sealed.find(({ id }) => id === row.id) ?? stagedLine(row, t);
    return { ...line, state: end?.state ?? line.state, at: end?.at ?? row.updatedAt };
  });
}

function stagedLine(report: Row, t: Translate): PatientReportLine {
  const { id, code, state, forwardedAt, decidedAt, updatedAt } = report;
  const template = templateOf(report);
  const doctor = doctorSnapshotSchema.safeParse(stagedOf(report)?.doctor);
  const came = { FORWARDED: forwardedAt, APPROVED: decidedAt, REJECTED: decidedAt };
  return {
    id,
    code,
    state,
    title: titleOrNull(template, t),
    doctorName: doctor.success
      ? bothSpellings(doctor.data.name, doctor.data.printedName)
      : nameOfAccount(report.doctor),
    at: (isKeyOf(came, state) ? came[state] : null) ?? updatedAt,
  };
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

/** Nothing of an anchored report is staged any more: its content is read from the sealed bytes on the chain. */
async function anchoredLines(rows: Row[]): Promise<PatientReportLine[]> {
  const metadata = await readAnchoredMetadata(rows.flatMap((row) => openSeal(row) ?? []));
  return rows.map((row) => {
    const { id, code, state, anchoredAt, updatedAt } = row;
    const found = isSent(row) ? metadata.get(hexlify(row.contentHash)) : undefined;
    return {
      id,
      code,
      state,
      title: found?.reportName ?? null,
      doctorName: found?.doctorName ?? null,
      at: anchoredAt ?? updatedAt,
    };
  });
}
