import { openBytes, sealBytes } from '@/vault/seal';

/** Under which everything that is stored for copies of records begins. */
export const EXPORTS = 'exports/';

/** Under which the parts of one copy stand, of every try to make it. */
export function folderOf(exportId: string): string {
  return `${EXPORTS}${exportId}/`;
}

/** The name of the file that one try makes: a worker that was thought dead cannot write into that of another. */
export function nameOfFile({ id, attempts }: { id: string; attempts: number }): string {
  return `${folderOf(id)}${attempts}`;
}

/** A copy and whose it is. */
interface OwnedExport {
  id: string;
  accountId: string;
}

/** Wraps the key of a copy with the key of its person, for its own row. */
export function wrapExportKey(
  key: Uint8Array,
  personKey: Uint8Array,
  owned: OwnedExport,
): Uint8Array<ArrayBuffer> {
  return sealBytes(personKey, key, contextOf(owned));
}

/** @throws Error when it was wrapped with another key or for another row, or was altered */
export function unwrapExportKey(
  wrappedKey: Uint8Array,
  personKey: Uint8Array,
  owned: OwnedExport,
): Uint8Array<ArrayBuffer> {
  return openBytes(personKey, wrappedKey, contextOf(owned));
}

function contextOf({ id, accountId }: OwnedExport): Uint8Array {
  return Buffer.from(`medanchor/v1/export-key/${id}/${accountId}`);
}
