import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { requireSeal } from '@/reports/sealed/sealed-report';

/** A report together with its unwrapped data key. Keep it in memory only. */
export interface ReportKey {
  reportId: string;
  contentHash: Uint8Array<ArrayBuffer>;
  dataKey: Uint8Array;
}

/**
 * Unwraps a report's data key.
 * @throws AppError not-found when the report was never forwarded or its key is gone
 */
export function openReportKey(report: KeyedReport): ReportKey {
  const { id, contentHash, dataKey } = requireSeal(report);
  return { reportId: id, contentHash, dataKey };
}
