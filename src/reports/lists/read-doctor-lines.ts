import { hexlify } from 'ethers';
import type { ReportState, ReportTemplate } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { isSent, openSeal } from '@/reports/sealed/sealed-report';

/** One line of the dashboard. */
export interface DoctorReportLine {
  id: string;
  code: string;
  /** Null when the report's key was destroyed. */
  template: ReportTemplate | null;
  /** What it is for its reader: ended as soon as that was requested. */
  state: ReportState;
  /** It was withdrawn, retracted or replaced. */
  isEnded: boolean;
  /** The report's name from its sealed metadata on the chain; null before it is anchored. */
  anchoredName: string | null;
  createdAt: Date;
  forwardedAt: Date | null;
}

/**
 * The lines of some reports, newest first, those that ended last. An anchored report has no staged data: its name
 * is read from its sealed metadata on the chain.
 */
export async function readDoctorLines(reportIds: readonly string[]): Promise<DoctorReportLine[]> {
  const reports = await database().report.findMany({
    where: { id: { in: [...reportIds] } },
    include: WITH_KEYS,
    orderBy: [{ isStanding: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
  });
  const anchored = await readAnchoredMetadata(
    reports
      .filter(({ anchoredAt }) => anchoredAt !== null)
      .flatMap((report) => openSeal(report) ?? []),
  );
  return reports.map((report) => ({
    id: report.id,
    code: report.code,
    template: templateOf(report),
    state: report.shownState ?? report.state,
    isEnded: report.isStanding === false,
    anchoredName: isSent(report)
      ? (anchored.get(hexlify(report.contentHash))?.reportName ?? null)
      : null,
    createdAt: report.createdAt,
    forwardedAt: report.forwardedAt,
  }));
}
