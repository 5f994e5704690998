import { hexlify } from 'ethers';
import type { Actor } from '@/accounts/actor';
import { doctorSnapshotSchema } from '@/accounts/snapshots';
import type { Prisma, ReportState } from '@/generated/prisma/client';
import { database } from '@/platform/database';
import { readAnchoredMetadata } from '@/registry/read-anchored-metadata';
import { requirePatient } from './lock-received-report';
import { ENDED_STATES } from './read-end';
import type { PatientReportsQuery } from './patient-reports-query';
import { TEMPLATES } from './templates/templates';

const ANCHORED_PER_PAGE = 10;
/** More than these hardly wait at one time; the newest are shown. */
const MOST_OPEN = 100;
const MOST_PAST = 20;

/** One line of the patient's dashboard. */
export interface PatientReportLine {
  id: string;
  code: string;
  state: ReportState;
  title: string;
  /** Null when the chain's index does not tell (yet). */
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
  /** One page of those on the chain, told by the chain's own index. */
  anchored: PatientReportLine[];
  anchoredCount: number;
  page: number;
  pageCount: number;
  /** The newest that were rejected or withdrawn. */
  past: PatientReportLine[];
}

type Row = Prisma.ReportGetPayload<{ include: { staged: { select: { doctor: true } } } }>;

/** The reports that were forwarded to this patient, newest first; drafts are never among them. */
export async function listPatientReports(
  actor: Actor,
  { page }: PatientReportsQuery,
): Promise<PatientReports> {
  requirePatient(actor);
  const anchoredStates: ReportState[] = ['ANCHORED', 'RETRACTED', 'SUPERSEDED'];
  const patientId = actor.accountId;
  const find = (states: ReportState[], take: number, skip = 0) =>
    database().report.findMany({
      where: { patientId, state: { in: states } },
      include: { staged: { select: { doctor: true } } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take,
      skip,
    });
  const [news, waiting, approved, anchored, anchoredCount, past] = await Promise.all([
    database().report.findMany({
      where: {
        patientId,
        state: { in: [...ENDED_STATES] },
        endedAt: { not: null },
        endSeenAt: null,
      },
      include: { staged: { select: { doctor: true } } },
      orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
      take: MOST_OPEN,
    }),
    find(['FORWARDED'], MOST_OPEN),
    find(['APPROVED', 'ANCHORING'], MOST_OPEN),
    find(anchoredStates, ANCHORED_PER_PAGE, (page - 1) * ANCHORED_PER_PAGE),
    database().report.count({ where: { patientId, state: { in: anchoredStates } } }),
    find(['REJECTED', 'WITHDRAWN'], MOST_PAST),
  ]);
  return {
    news: await newsLines(news),
    waiting: waiting.map(stagedLine),
    approved: approved.map(stagedLine),
    anchored: await anchoredLines(anchored),
    anchoredCount,
    page,
    pageCount: Math.ceil(anchoredCount / ANCHORED_PER_PAGE),
    past: past.filter(({ id }) => !news.some((one) => one.id === id)).map(stagedLine),
  };
}

/** What was never sealed is still staged; of the others the chain says what they are. */
async function newsLines(rows: Row[]): Promise<PatientReportLine[]> {
  const sealed = await anchoredLines(rows.filter(({ state }) => state !== 'WITHDRAWN'));
  return rows.map((row) => ({
    ...(sealed.find(({ id }) => id === row.id) ?? stagedLine(row)),
    at: row.endedAt ?? row.updatedAt,
  }));
}

function stagedLine(report: Row): PatientReportLine {
  const { id, code, state, template, forwardedAt, decidedAt, updatedAt } = report;
  const doctor = doctorSnapshotSchema.safeParse(report.staged?.doctor);
  const came = { FORWARDED: forwardedAt, APPROVED: decidedAt, REJECTED: decidedAt };
  return {
    id,
    code,
    state,
    title: TEMPLATES[template].title,
    doctorName: doctor.success ? doctor.data.name : null,
    at: (isKeyOf(came, state) ? came[state] : null) ?? updatedAt,
  };
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

/** Nothing of an anchored report is staged any more: its sealed bytes on the chain say what it is. */
async function anchoredLines(rows: Row[]): Promise<PatientReportLine[]> {
  const metadata = await readAnchoredMetadata(
    rows.flatMap(({ contentHash, keyId, wrappedKey }) =>
      contentHash === null || keyId === null || wrappedKey === null
        ? []
        : { contentHash, keyId, wrappedKey },
    ),
  );
  return rows.map(({ id, code, state, contentHash, anchoredAt, updatedAt }) => {
    const found = contentHash === null ? undefined : metadata.get(hexlify(contentHash));
    return {
      id,
      code,
      state,
      title: found?.reportName ?? `Report ${code}`,
      doctorName: found?.doctorName ?? null,
      at: anchoredAt ?? updatedAt,
    };
  });
}
