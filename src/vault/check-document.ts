import { createHash } from 'node:crypto';
import { isAppError } from '@/platform/errors';
import { getObject } from './object-store';
import { openSealed, type SealedDocument } from './open-document';

/** What was found of a document in the store. */
export type DocumentVerdict = 'WHOLE' | 'MISSING' | 'ALTERED';

/**
 * Reads a document again: its address must be the SHA-256 of what is there, it must decrypt, and be what was sealed.
 * @throws AppError store-unavailable
 */
export async function checkDocument(document: SealedDocument): Promise<DocumentVerdict> {
  const sealed = await getObject(document.objectAddress);
  if (sealed === null) return 'MISSING';
  if (createHash('sha256').update(sealed).digest('hex') !== document.objectAddress)
    return 'ALTERED';
  try {
    openSealed(document, sealed);
    return 'WHOLE';
  } catch (error) {
    if (isAppError(error, 'object-altered')) return 'ALTERED';
    throw error;
  }
}
