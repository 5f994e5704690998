import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';
import type { ReportKey } from './report-key';

/** Encrypts a viewer's address. Report and grant are associated data, so that no other row can use it. */
export function sealViewerEmail(
  key: ReportKey,
  grantId: string,
  email: string,
): Uint8Array<ArrayBuffer> {
  return sealBytes(
    deriveKey(key.dataKey, 'viewer-email'),
    Buffer.from(email, 'utf8'),
    associatedData(key, grantId),
  );
}

/**
 * Decrypts a viewer's address.
 * @throws Error when it was not encrypted with this key for this grant, or was altered
 */
export function openViewerEmail(
  key: ReportKey,
  grant: { id: string; sealedEmail: Uint8Array },
): string {
  const plain = openBytes(
    deriveKey(key.dataKey, 'viewer-email'),
    grant.sealedEmail,
    associatedData(key, grant.id),
  );
  return Buffer.from(plain).toString('utf8');
}

function associatedData({ reportId }: ReportKey, grantId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/viewer-email/${reportId}/${grantId}`);
}
