import { createHmac } from 'node:crypto';
import { normaliseEmail } from '@/accounts/email/normalise-email';
import { TAG_BYTES } from '@/registry/contract/pack-permission';
import { deriveKey } from '@/vault/derive-key';
import type { ReportKey } from './report-key';

/**
 * The commitment to a viewer that the chain keeps: HMAC-SHA256(commitment key, contentHash ‖ salt ‖ e-mail),
 * its first 216 bits. A guessed address cannot be tested against it without the report's key.
 * @param salt 16 bytes, the grant's own
 */
export function viewerTag(
  { dataKey, contentHash }: ReportKey,
  salt: Uint8Array,
  email: string,
): Uint8Array<ArrayBuffer> {
  const mac = createHmac('sha256', deriveKey(dataKey, 'viewer-commitment'))
    .update(contentHash)
    .update(salt)
    .update(normaliseEmail(email), 'utf8')
    .digest();
  return Uint8Array.from(mac.subarray(0, TAG_BYTES));
}
