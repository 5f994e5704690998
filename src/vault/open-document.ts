import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@/platform/errors';
import { deriveKey } from './derive-key';
import { getObject } from './object-store';
import { openBytes } from './seal';

/** The address of a sealed document, its data key, and its content hash. */
export interface SealedDocument {
  objectAddress: string;
  dataKey: Uint8Array;
  /** SHA-256 of the PDF. */
  contentHash: Uint8Array;
}

/**
 * Fetches and decrypts a PDF, and returns it only when it is bit for bit the one that was sealed.
 * @throws AppError store-unavailable; object-altered when it is missing or not the one that was sealed
 */
export async function openDocument(document: SealedDocument): Promise<Uint8Array> {
  const sealed = await getObject(document.objectAddress);
  if (sealed === null) {
    throw new AppError('object-altered', {
      detail: (t) => t('vault.openDocument.missing'),
    });
  }
  return openSealed(document, sealed);
}

/**
 * Decrypts what the store holds of a document.
 * @throws AppError object-altered when it is not, bit for bit, what was sealed
 */
export function openSealed(document: SealedDocument, sealed: Uint8Array): Uint8Array {
  const pdf = openVerified(deriveKey(document.dataKey, 'document'), sealed, document.contentHash);
  const actual = createHash('sha256').update(pdf).digest();
  if (!timingSafeEqual(actual, document.contentHash)) throw new AppError('object-altered');
  return pdf;
}

function openVerified(key: Uint8Array, sealed: Uint8Array, contentHash: Uint8Array): Uint8Array {
  try {
    return openBytes(key, sealed, contentHash);
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
}
