import type { Upload } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { openPersonKey } from '@/vault/person-key';
import { openBytes, sealBytes } from '@/vault/seal';
import type { PartedFile } from '@/vault/sealed-parts';

/** Under which everything that was received and is not yet checked begins. */
export const RECEIVED = 'uploads/';

/** An upload and whose it is. */
type OwnedUpload = Pick<Upload, 'id' | 'accountId'>;

/** Under which the parts of one received file stand. */
export function folderOf({ id }: Pick<Upload, 'id'>): string {
  return `${RECEIVED}${id}/`;
}

/**
 * The received file of one try to send it: one that was given up cannot write into the next.
 * @param receipt names the try
 */
export function receivedFile(upload: OwnedUpload, receipt: string, key: Uint8Array): PartedFile {
  return { name: `${folderOf(upload)}${receipt}`, key };
}

/** Wraps the key of a file with the key of its person, for its own row. */
export function wrapUploadKey(
  key: Uint8Array,
  personKey: Uint8Array,
  owned: OwnedUpload,
): Uint8Array<ArrayBuffer> {
  return sealBytes(personKey, key, contextOf(owned));
}

/**
 * The key of a file. Keep it in memory only.
 * @throws AppError not-found when it or the person's was destroyed; object-altered when a row was altered or moved
 */
export async function uploadKey(
  upload: OwnedUpload & Pick<Upload, 'wrappedKey'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await database().personKey.findUnique({ where: { accountId: upload.accountId } });
  if (row === null || upload.wrappedKey === null) throw new AppError('not-found');
  try {
    return openBytes(openPersonKey(row), upload.wrappedKey, contextOf(upload));
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
}

function contextOf({ id, accountId }: OwnedUpload): Uint8Array {
  return Buffer.from(`medanchor/v1/upload-key/${id}/${accountId}`);
}
