import type { Report } from '@/generated/prisma/client';
import { AppError, type ErrorCode } from '@/platform/errors';
import { dataKeyOf, type KeyColumns } from './keyed-report';

type Sealed = KeyColumns & Pick<Report, 'objectAddress'>;

/** A report whose PDF is sealed in the vault, with all that is needed to open it. Keep it in memory only. */
export type OpenSeal<R extends Sealed = Sealed> = R & {
  contentHash: Uint8Array<ArrayBuffer>;
  objectAddress: string;
  dataKey: Uint8Array<ArrayBuffer>;
};

/** A report that was sent: its hash stays when its key is deleted. */
export type SentReport<R extends Pick<Report, 'contentHash'> = Report> = R & {
  contentHash: Uint8Array<ArrayBuffer>;
};

/** Whether a report was ever sent. */
export function isSent<R extends Pick<Report, 'contentHash'>>(
  report: R,
): report is R & SentReport<R> {
  return report.contentHash !== null;
}

/**
 * What opens a report's PDF and everything else that is sealed with it.
 * @returns null for a report that was never sent, or whose key was deleted
 */
export function openSeal<R extends Sealed>(report: R): OpenSeal<R> | null {
  const { contentHash, objectAddress } = report;
  if (contentHash === null || objectAddress === null) return null;
  const dataKey = dataKeyOf(report);
  return dataKey === null ? null : { ...report, contentHash, objectAddress, dataKey };
}

/**
 * Refuses a report that was never sent, or whose key was deleted; see `openSeal`.
 * @param code of the error
 * @throws AppError with this code
 */
export function requireSeal<R extends Sealed>(
  report: R,
  code: ErrorCode = 'not-found',
): OpenSeal<R> {
  const seal = openSeal(report);
  if (seal === null) throw new AppError(code);
  return seal;
}
