import type { Upload } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readPersonTexts } from '@/vault/person-texts';
import { uploadAboutSchema, type UploadAbout } from './upload-about';

type SealedUpload = Pick<Upload, 'id' | 'accountId' | 'sealedAbout' | 'sealedReason'>;

/** What is sealed in the row of an upload. */
interface OpenedTexts {
  about: UploadAbout;
  /** Why an administrator rejected it. */
  reason: string | null;
}

/**
 * Opens what was typed about some uploads.
 * @returns by the id of the upload; none for one whose person's key was destroyed
 * @throws AppError object-altered when a row was altered or moved
 */
export async function openUploadTexts(
  uploads: readonly SealedUpload[],
): Promise<Map<string, OpenedTexts>> {
  const people = [...new Set(uploads.map(({ accountId }) => accountId))];
  const open = await readPersonTexts(database(), people);
  const opened = new Map<string, OpenedTexts>();
  try {
    for (const { id, accountId, sealedAbout, sealedReason } of uploads) {
      const text = open(accountId, `upload/${id}/about`, sealedAbout);
      if (text === null) continue;
      const about = uploadAboutSchema.parse(JSON.parse(text));
      opened.set(id, { about, reason: open(accountId, `upload/${id}/reason`, sealedReason) });
    }
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
  return opened;
}

/**
 * The same of one upload.
 * @throws AppError not-found when the person's key was destroyed; object-altered
 */
export async function openUploadText(upload: SealedUpload): Promise<OpenedTexts> {
  const texts = (await openUploadTexts([upload])).get(upload.id);
  if (texts === undefined) throw new AppError('not-found');
  return texts;
}
