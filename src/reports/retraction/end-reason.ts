import { AppError } from '@/platform/errors';
import { unwrapDataKey } from '@/vault/data-key';
import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';

interface KeyOfReport {
  id: string;
  keyId: string | null;
  wrappedKey: Uint8Array | null;
}

/**
 * Seals the reason with the report's own key, bound to the report: it is medical, and may outlive what was
 * staged.
 * @throws AppError wrong-state when the report was never sent and has no key
 */
export function sealEndReason(report: KeyOfReport, reason: string): Uint8Array<ArrayBuffer> {
  const key = keyOf(report);
  if (key === null) throw new AppError('wrong-state');
  return sealBytes(key, Buffer.from(reason, 'utf8'), belongingTo(report));
}

/**
 * Opens the reason; null when none was given, as before reasons were asked for.
 * @throws Error when it was not sealed with this key for this report, or was altered
 */
export function openEndReason(
  report: KeyOfReport & { sealedEndReason: Uint8Array | null },
): string | null {
  const key = keyOf(report);
  if (key === null || report.sealedEndReason === null) return null;
  return Buffer.from(openBytes(key, report.sealedEndReason, belongingTo(report))).toString('utf8');
}

function keyOf({ keyId, wrappedKey }: KeyOfReport): Uint8Array | null {
  if (keyId === null || wrappedKey === null) return null;
  return deriveKey(unwrapDataKey(keyId, wrappedKey), 'end-reason');
}

function belongingTo({ id }: KeyOfReport): Uint8Array {
  return Buffer.from(`medanchor/v1/end-reason/${id}`);
}
