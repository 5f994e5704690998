import { AppError } from '@/platform/errors';
import { unwrapDataKey } from '@/vault/data-key';

/** The hash and the wrapped key of a report's row. */
interface KeptKey {
  id: string;
  contentHash: Uint8Array<ArrayBuffer> | null;
  keyId: string | null;
  wrappedKey: Uint8Array | null;
}

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
export function openReportKey({ id, contentHash, keyId, wrappedKey }: KeptKey): ReportKey {
  if (contentHash === null || keyId === null || wrappedKey === null) {
    throw new AppError('not-found');
  }
  return { reportId: id, contentHash, dataKey: unwrapDataKey(keyId, wrappedKey) };
}
