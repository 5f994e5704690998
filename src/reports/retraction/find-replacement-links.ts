import type { Prisma, Report } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { isSent } from '@/reports/sealed/sealed-report';
import { OPEN_RETRACTION } from './find-ends';

const LINKED = { select: { id: true, code: true, state: true, patientId: true } } as const;

/** A report on the other end of a replacement. */
export type ReplacementLink = Prisma.ReportGetPayload<typeof LINKED>;

/** Which report is to be read instead of this one, and instead of which ones this is to be read. */
export interface ReplacementLinks {
  replacedBy: ReplacementLink | null;
  replaces: ReplacementLink[];
}

/**
 * The reports that a doctor linked by a replacement, as soon as it was requested: the index of the chain has only
 * confirmed ones. Only among reports of one doctor for one patient, because no others can be chosen.
 */
export async function findReplacementLinks(
  report: Pick<Report, 'id' | 'doctorId' | 'patientId' | 'contentHash'>,
): Promise<ReplacementLinks> {
  if (!isSent(report) || report.patientId === null) return { replacedBy: null, replaces: [] };
  const { id, doctorId, patientId, contentHash } = report;
  const [asked, indexed] = await Promise.all([
    database().chainTransaction.findFirst({
      where: { reportId: id, ...OPEN_RETRACTION },
      orderBy: { createdAt: 'desc' },
      select: { replacement: true },
    }),
    database().chainReport.findUnique({ where: { contentHash }, select: { replacement: true } }),
  ]);
  const replacement = indexed?.replacement ?? asked?.replacement ?? null;
  const siblings = { doctorId, patientId };
  const [replacedBy, replaces] = await Promise.all([
    replacement === null
      ? null
      : database().report.findFirst({
          where: { ...siblings, contentHash: replacement },
          ...LINKED,
        }),
    database().report.findMany({
      where: {
        ...siblings,
        transactions: { some: { ...OPEN_RETRACTION, replacement: contentHash } },
      },
      orderBy: { createdAt: 'asc' },
      ...LINKED,
    }),
  ]);
  return { replacedBy, replaces };
}
