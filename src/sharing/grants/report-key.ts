import type { Report } from '@/generated/prisma/client';
import { requireSealed } from '@/reports/sealed/sealed-report';
import { unwrapDataKey } from '@/vault/data-key';

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
export function openReportKey(report: Report): ReportKey {
  const { id, contentHash, keyId, wrappedKey } = requireSealed(report);
  return { reportId: id, contentHash, dataKey: unwrapDataKey(keyId, wrappedKey) };
}
