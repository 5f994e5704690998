import type { Upload } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { openUploadFile } from '@/records/uploads/open-upload';
import { openUploadTexts } from '@/records/uploads/sealed-about';
import type { OwnFileLine } from './index-page';
import type { ZippedFile } from './zip-files';

/** A file that the person has brought, as a copy holds it. */
interface OwnFile {
  line: OwnFileLine;
  /** Empty when the store has lost it. */
  files: ZippedFile[];
}

/**
 * The approved files that a person has brought, the newest first; one of them is in memory at a time.
 * @throws AppError store-unavailable
 */
export async function* ownFiles(accountId: string): AsyncGenerator<OwnFile> {
  const uploads = await database().upload.findMany({
    where: { accountId, state: 'APPROVED' },
    orderBy: { announcedAt: 'desc' },
  });
  const texts = await openUploadTexts(uploads);
  for (const upload of uploads) {
    const about = texts.get(upload.id)?.about;
    if (about === undefined) continue;
    const file = await contentOf(upload);
    const { title, takenOn, note } = about;
    const line = { title, takenOn, note, path: file?.path ?? null, addedAt: upload.announcedAt };
    yield { line, files: file === null ? [] : [file] };
  }
}

/** @returns null when the store has lost or changed it, or it was removed meanwhile */
async function contentOf(upload: Upload): Promise<ZippedFile | null> {
  try {
    const { file, fileName } = await openUploadFile(upload, 'file');
    return { path: `own-files/${fileName}`, content: file, isCompressed: true };
  } catch (error) {
    if (isAppError(error, 'object-altered', 'not-found')) return null;
    throw error;
  }
}
