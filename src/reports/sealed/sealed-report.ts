import type { Report } from '@/generated/prisma/client';
import { AppError, type ErrorCode } from '@/platform/errors';

/** The columns that are set when a report is sent; the key is deleted when the report is erased. */
type SealColumns = Pick<Report, 'contentHash' | 'objectAddress' | 'keyId' | 'wrappedKey'>;

/** A report whose PDF is sealed in the vault, with all that is needed to open it. */
export type SealedReport<R extends SealColumns = Report> = R & {
  [Column in keyof SealColumns]: NonNullable<SealColumns[Column]>;
};

/** A report that was sent: its hash stays when its key is deleted. */
export type SentReport<R extends Pick<SealColumns, 'contentHash'> = Report> = R & {
  contentHash: Uint8Array<ArrayBuffer>;
};

/** Whether a report was ever sent. */
export function isSent<R extends Pick<SealColumns, 'contentHash'>>(
  report: R,
): report is SentReport<R> {
  return report.contentHash !== null;
}

/** Whether a report was sealed and still has its key. */
export function isSealed<R extends SealColumns>(report: R): report is SealedReport<R> {
  const { contentHash, objectAddress, keyId, wrappedKey } = report;
  return contentHash !== null && objectAddress !== null && keyId !== null && wrappedKey !== null;
}

/**
 * Refuses a report that was never sent, or whose key was deleted.
 * @param code of the error
 * @throws AppError with this code
 */
export function requireSealed<R extends SealColumns>(
  report: R,
  code: ErrorCode = 'not-found',
): SealedReport<R> {
  if (!isSealed(report)) throw new AppError(code);
  return report;
}
