import { database } from '@/platform/database/database';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { openEndReason } from './end-reason';
import { findEnds, type KnownEnd } from './find-ends';

/** How a report ended. */
export interface ReportEnd extends KnownEnd {
  /** In the doctor's words; null in version 0.1.0, which had no reasons. */
  reason: string | null;
  /** Whether its patient has acknowledged it. */
  seen: boolean;
}

/** How a report ended, also when the chain does not show it yet; null when it has not ended. */
export async function readEnd(report: KeyedReport): Promise<ReportEnd | null> {
  const end = (await findEnds(database(), [report])).get(report.id);
  if (end === undefined) return null;
  return { ...end, reason: openEndReason(report), seen: report.endSeenAt !== null };
}
