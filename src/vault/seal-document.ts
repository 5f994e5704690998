import { createHash } from 'node:crypto';
import { AppError } from '@/platform/errors';
import { deriveKey } from './derive-key';
import { objectSize, putObject } from './object-store';
import { sealBytes } from './seal';

/** In a store that is not atomic, a first write that timed out may still overwrite the second one halfway. */
const MAX_TRIES = 3;

/** A document in the store, whose stored size is still being read back. */
export interface SealedDocument {
  objectAddress: string;
  /**
   * Settles when the store was seen to hold all of it: to be awaited before a row that names the object is committed.
   * Rejects with AppError store-unavailable.
   */
  stored: Promise<void>;
}

/**
 * Encrypts a PDF, bound to its content hash, and stores it under the SHA-256 of the ciphertext.
 * @param contentHash SHA-256 of the PDF
 * @throws AppError store-unavailable
 */
export async function sealDocument(
  dataKey: Uint8Array,
  pdf: Uint8Array,
  contentHash: Uint8Array,
): Promise<SealedDocument> {
  const sealed = sealBytes(deriveKey(dataKey, 'document'), pdf, contentHash);
  const objectAddress = createHash('sha256').update(sealed).digest('hex');
  await putObject(objectAddress, sealed);
  const stored = untilStored(objectAddress, sealed);
  // The caller may fail for another reason before it awaits this.
  stored.catch(() => {});
  return { objectAddress, stored };
}

async function untilStored(objectAddress: string, sealed: Uint8Array): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const size = await objectSize(objectAddress);
    if (size === sealed.length) return;
    if (attempt === MAX_TRIES) {
      const cause = new Error(`Stored ${sealed.length} bytes, the store holds ${String(size)}`);
      throw new AppError('store-unavailable', { cause });
    }
    await putObject(objectAddress, sealed);
  }
}
