import { deleteObject, putObject } from './object-store';

/** No address of a document: the sweep leaves it alone. */
const PROBE = 'readiness-probe';

/**
 * Writes a small object and removes it again.
 * @throws AppError store-unavailable, also when the store is full or read-only
 */
export async function checkStoreWritable(): Promise<void> {
  await putObject(PROBE, new TextEncoder().encode('ready'));
  await deleteObject(PROBE);
}
