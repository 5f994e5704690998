import type { Report, ReportState } from '@/generated/prisma/client';
import { openEndReason } from './end-reason';

/** How a report ended. */
export interface ReportEnd {
  at: Date | null;
  /** In the doctor's words; null when none was asked for yet. */
  reason: string | null;
  /** Whether its patient has noted it. */
  seen: boolean;
}

/** The states in which a report does not stand any more, by its doctor's doing. */
export const ENDED_STATES: readonly ReportState[] = ['WITHDRAWN', 'RETRACTED', 'SUPERSEDED'];

/** How a report ended; null while it has not. */
export function readEnd(report: Report): ReportEnd | null {
  if (!ENDED_STATES.includes(report.state)) return null;
  return {
    at: report.endedAt,
    reason: openEndReason(report),
    seen: report.endSeenAt !== null,
  };
}
