import { database } from '@/platform/database/database';
import { permissionWords } from '@/sharing/grants/permission-words';

/** Reads the permission list of a report from the index of the chain's events; empty when it holds none. */
export async function readIndexedWords(contentHash: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const row = await database().chainReport.findUnique({
    where: { contentHash },
    select: { permissions: true },
  });
  return permissionWords.parse(row?.permissions ?? []);
}
