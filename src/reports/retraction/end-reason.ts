import type { Report } from '@/generated/prisma/client';
import { isSealed, requireSealed, type SealedReport } from '@/reports/sealed/sealed-report';
import { unwrapDataKey } from '@/vault/data-key';
import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';

/**
 * Seals the reason with the report's own key and binds it to the report: it is medical, and is kept longer than
 * the staged data.
 * @throws AppError wrong-state when the report was never sent or has no key
 */
export function sealEndReason(report: Report, reason: string): Uint8Array<ArrayBuffer> {
  const key = endReasonKey(requireSealed(report, 'wrong-state'));
  return sealBytes(key, Buffer.from(reason, 'utf8'), associatedData(report));
}

/**
 * Opens the reason; null when none was given, as in version 0.1.0.
 * @throws Error when it was not sealed with this key for this report, or was altered
 */
export function openEndReason(report: Report): string | null {
  if (report.sealedEndReason === null || !isSealed(report)) return null;
  const reason = openBytes(endReasonKey(report), report.sealedEndReason, associatedData(report));
  return Buffer.from(reason).toString('utf8');
}

function endReasonKey({ keyId, wrappedKey }: SealedReport): Uint8Array {
  return deriveKey(unwrapDataKey(keyId, wrappedKey), 'end-reason');
}

function associatedData({ id }: Report): Uint8Array {
  return Buffer.from(`medanchor/v1/end-reason/${id}`);
}
