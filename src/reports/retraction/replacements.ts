import type { Report, ReportState, ReportTemplate } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { OPEN_RETRACTION } from './find-ends';

/** The states of a report that was sent and has not ended. */
const STANDING: ReportState[] = ['FORWARDED', 'APPROVED', 'ANCHORING', 'ANCHORED'];

const MOST_SHOWN = 50;

/** A report that may replace another on the chain. */
export interface ReplacementCandidate {
  id: string;
  code: string;
  template: ReportTemplate;
  forwardedAt: Date | null;
}

/** The newest such reports of the same doctor for the same patient, without the report itself. */
export async function listReplacements(
  tx: Transaction,
  report: Pick<Report, 'id' | 'doctorId' | 'patientId'>,
): Promise<ReplacementCandidate[]> {
  const reports = await tx.report.findMany({
    where: replaces(report),
    include: WITH_KEYS,
    orderBy: { createdAt: 'desc' },
    take: MOST_SHOWN,
  });
  return reports.flatMap((one) => {
    const template = templateOf(one);
    const { id, code, forwardedAt } = one;
    return template === null ? [] : { id, code, template, forwardedAt };
  });
}

/** The content hash of one of these reports, or null when the id is not one of them. */
export async function findReplacement(
  tx: Transaction,
  report: Pick<Report, 'id' | 'doctorId' | 'patientId'>,
  replacementId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await tx.report.findFirst({
    where: { AND: [{ id: replacementId }, replaces(report)] },
    select: { contentHash: true },
  });
  return found?.contentHash ?? null;
}

function replaces({ id, doctorId, patientId }: Pick<Report, 'id' | 'doctorId' | 'patientId'>) {
  return {
    doctorId,
    patientId,
    state: { in: STANDING },
    transactions: { none: OPEN_RETRACTION },
    contentHash: { not: null },
    id: { not: id },
  };
}
