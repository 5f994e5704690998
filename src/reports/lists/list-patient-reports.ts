import { hexlify } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { doctorSnapshotSchema } from '@/accounts/people/snapshots';
import type { Prisma, ReportState } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { isSealed } from '@/reports/sealed/sealed-report';
import { requirePatient } from '@/reports/access/lock-received-report';
import type { PatientReportsQuery } from './patient-reports-query';
import type { Translate } from '@/messages/translator';
import { templateTitle } from '@/reports/templates/templates';
import { ENDED_STATES, OPEN_RETRACTION, findEnds } from '@/reports/retraction/find-ends';

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
export interface PatientReports {
  /** Withdrawn, retracted or replaced, and not noted by the patient yet. */
  news: PatientReportLine[];
  /** To be read and decided. */
  waiting: PatientReportLine[];
  /** Approved, or on the way to the chain. */
  approved: PatientReportLine[];
  /** One page of those that stand on the chain, read from the chain's own index. */
  anchored: PatientReportLine[];
  anchoredCount: number;
  page: number;
  pageCount: number;
  /** The newest that the patient rejected. */
  rejected: PatientReportLine[];
  /** The newest that were withdrawn, retracted or replaced, and are noted. */
  past: PatientReportLine[];
}

type Row = Prisma.ReportGetPayload<{ include: { staged: { select: { doctor: true } } } }>;

/** The reports that were forwarded to this patient, newest first; drafts are never among them. */
export async function listPatientReports(
  actor: Actor,
  { page }: PatientReportsQuery,
  t: Translate,
): Promise<PatientReports> {
  requirePatient(actor);
  const patientId = actor.accountId;
  const find = (where: Prisma.ReportWhereInput, take: number, skip = 0) =>
    database().report.findMany({
      where: { patientId, ...where },
      include: { staged: { select: { doctor: true } } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take,
      skip,
    });
  const [news, waiting, approved, anchored, anchoredCount, rejected, past] = await Promise.all([
    find({ ...ENDED, ...UNSEEN }, MOST_OPEN),
    find({ state: 'FORWARDED' }, MOST_OPEN),
    find({ state: { in: ['APPROVED', 'ANCHORING'] }, ...NOT_RETRACTED }, MOST_OPEN),
    find(STANDING, ANCHORED_PER_PAGE, (page - 1) * ANCHORED_PER_PAGE),
    database().report.count({ where: { patientId, ...STANDING } }),
    find({ state: 'REJECTED' }, MOST_REJECTED),
    find({ ...ENDED, NOT: UNSEEN }, MOST_OPEN),
  ]);
  const line = (report: Row) => stagedLine(report, t);
  return {
    news: await endedLines(news, t),
    waiting: waiting.map(line),
    approved: approved.map(line),
    anchored: await anchoredLines(anchored),
    anchoredCount,
    page,
    pageCount: Math.ceil(anchoredCount / ANCHORED_PER_PAGE),
    rejected: rejected.map(line),
    past: await endedLines(past, t),
  };
}

const NOT_RETRACTED = {
  transactions: { none: OPEN_RETRACTION },
} as const satisfies Prisma.ReportWhereInput;

const STANDING = {
  state: 'ANCHORED',
  ...NOT_RETRACTED,
} as const satisfies Prisma.ReportWhereInput;

const ENDED = {
  OR: [
    { state: { in: [...ENDED_STATES] } },
    // In any state: a reorganisation can take the seal back from a report that is retracted.
    { transactions: { some: OPEN_RETRACTION } },
  ],
} satisfies Prisma.ReportWhereInput;

/** An end of version 0.1.0 has no time, and is no news. */
const UNSEEN = {
  endSeenAt: null,
  NOT: { state: { in: [...ENDED_STATES] }, endedAt: null },
} satisfies Prisma.ReportWhereInput;

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
  const { id, code, state, template, forwardedAt, decidedAt, updatedAt } = report;
  const doctor = doctorSnapshotSchema.safeParse(report.staged?.doctor);
  const came = { FORWARDED: forwardedAt, APPROVED: decidedAt, REJECTED: decidedAt };
  return {
    id,
    code,
    state,
    title: templateTitle(template, t),
    doctorName: doctor.success ? doctor.data.name : null,
    at: (isKeyOf(came, state) ? came[state] : null) ?? updatedAt,
  };
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

/** Nothing of an anchored report is staged any more: its content is read from the sealed bytes on the chain. */
async function anchoredLines(rows: Row[]): Promise<PatientReportLine[]> {
  const metadata = await readAnchoredMetadata(rows.filter((row) => isSealed(row)));
  return rows.map(({ id, code, state, contentHash, anchoredAt, updatedAt }) => {
    const found = contentHash === null ? undefined : metadata.get(hexlify(contentHash));
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
