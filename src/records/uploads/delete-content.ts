import type { Upload } from '@/generated/prisma/client';
import { deleteObject } from '@/vault/object-store';
import { deleteUnder } from '@/vault/sealed-parts';
import { folderOf } from './upload-key';

/**
 * Deletes from the store whatever there is of an upload.
 * @throws AppError store-unavailable
 */
export async function deleteContent(
  upload: Pick<Upload, 'id' | 'objectAddress' | 'previewAddress'>,
): Promise<void> {
  await deleteUnder(folderOf(upload));
  for (const address of [upload.objectAddress, upload.previewAddress]) {
    if (address !== null) await deleteObject(address);
  }
}
