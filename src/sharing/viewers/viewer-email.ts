import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';
import type { ReportKey } from '@/sharing/anchoring/report-key';

/** Seals a viewer's address, bound to its report and grant so that no row can lend it to another. */
export function sealViewerEmail(
  key: ReportKey,
  grantId: string,
  email: string,
): Uint8Array<ArrayBuffer> {
  return sealBytes(
    deriveKey(key.dataKey, 'viewer-email'),
    Buffer.from(email, 'utf8'),
    belongingTo(key, grantId),
  );
}

/**
 * Opens a viewer's address.
 * @throws Error when it was not sealed with this key for this grant, or was altered
 */
export function openViewerEmail(
  key: ReportKey,
  grant: { id: string; sealedEmail: Uint8Array },
): string {
  const plain = openBytes(
    deriveKey(key.dataKey, 'viewer-email'),
    grant.sealedEmail,
    belongingTo(key, grant.id),
  );
  return Buffer.from(plain).toString('utf8');
}

function belongingTo({ reportId }: ReportKey, grantId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/viewer-email/${reportId}/${grantId}`);
}
