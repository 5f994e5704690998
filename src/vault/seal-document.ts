import { createHash } from 'node:crypto';
import { AppError } from '@/platform/errors';
import { deriveKey } from './derive-key';
import { objectSize, putObject } from './object-store';
import { sealBytes } from './seal';

/** In a store that is not atomic, a first write that timed out may still overwrite the second one halfway. */
const MAX_TRIES = 3;

/**
 * Encrypts a PDF, bound to its content hash, and stores it under the SHA-256 of the ciphertext. When
 * this returns, the stored size was read back.
 * @param contentHash SHA-256 of the PDF
 * @throws AppError store-unavailable
 */
export async function sealDocument(
  dataKey: Uint8Array,
  pdf: Uint8Array,
  contentHash: Uint8Array,
): Promise<{ objectAddress: string }> {
  const sealed = sealBytes(deriveKey(dataKey, 'document'), pdf, contentHash);
  const objectAddress = createHash('sha256').update(sealed).digest('hex');
  for (let attempt = 1; ; attempt += 1) {
    await putObject(objectAddress, sealed);
    const size = await objectSize(objectAddress);
    if (size === sealed.length) return { objectAddress };
    if (attempt === MAX_TRIES) {
      const cause = new Error(`Stored ${sealed.length} bytes, the store holds ${String(size)}`);
      throw new AppError('store-unavailable', { cause });
    }
  }
}
