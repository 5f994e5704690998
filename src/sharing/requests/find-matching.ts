import type { Prisma } from '@/generated/prisma/client';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { READ_BY_PATIENT } from '@/reports/states/read-by-patient';
import type { RequestedScope } from './request-schema';

const WHOLE = { include: WITH_KEYS } as const;

/** A report that a request asks for. */
export type MatchingReport = Prisma.ReportGetPayload<typeof WHOLE> & { template: ReportTemplate };

/** Most reports that a patient can look through for one request. */
const MOST = 200;

/**
 * The reports of a patient of the kinds and the time that a doctor asks for, those sent last first. Which kind a report
 * is, is sealed: they are opened one by one.
 */
export async function findMatching(
  tx: Transaction,
  patientId: string,
  { kinds, from, to }: RequestedScope,
): Promise<MatchingReport[]> {
  const reports = await tx.report.findMany({
    where: {
      patientId,
      state: { in: [...READ_BY_PATIENT] },
      forwardedAt: {
        ...(from !== null && { gte: new Date(from) }),
        ...(to !== null && { lt: new Date(Date.parse(to) + DAY_MS) }),
      },
    },
    ...WHOLE,
    orderBy: { forwardedAt: 'desc' },
    take: MOST,
  });
  return reports.flatMap((report) => {
    const template = templateOf(report);
    if (template === null) return [];
    return kinds.length === 0 || kinds.includes(template) ? [{ ...report, template }] : [];
  });
}
