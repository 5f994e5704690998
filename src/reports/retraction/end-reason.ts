import type { Report } from '@/generated/prisma/client';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { openSeal, requireSeal } from '@/reports/sealed/sealed-report';
import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';

/**
 * Seals the reason with the report's own key and binds it to the report: it is medical, and is kept longer than
 * the staged data.
 * @throws AppError wrong-state when the report was never sent or has no key
 */
export function sealEndReason(report: KeyedReport, reason: string): Uint8Array<ArrayBuffer> {
  const { dataKey } = requireSeal(report, 'wrong-state');
  const key = deriveKey(dataKey, 'end-reason');
  return sealBytes(key, Buffer.from(reason, 'utf8'), associatedData(report));
}

/**
 * Opens the reason; null when none was given, as in version 0.1.0.
 * @throws Error when it was not sealed with this key for this report, or was altered
 */
export function openEndReason(report: KeyedReport): string | null {
  const seal = openSeal(report);
  if (report.sealedEndReason === null || seal === null) return null;
  const key = deriveKey(seal.dataKey, 'end-reason');
  const reason = openBytes(key, report.sealedEndReason, associatedData(report));
  return Buffer.from(reason).toString('utf8');
}

function associatedData({ id }: Report): Uint8Array {
  return Buffer.from(`medanchor/v1/end-reason/${id}`);
}
