import { fileTypeFromBuffer } from 'file-type';
import type { UploadKind } from '@/generated/prisma/enums';
import type { RebuiltFile } from './rebuild-result.ts';
import { orUnreadable, Refused } from './refused.ts';

/** What the first bytes of each kind say it is. */
const MEDIA_TYPES: Record<UploadKind, readonly string[]> = {
  PDF: ['application/pdf'],
  JPEG: ['image/jpeg'],
  PNG: ['image/png'],
  HEIC: ['image/heic', 'image/heif'],
  DICOM: ['application/dicom'],
};

/** Each is loaded when it is needed: a check lives only for one file. */
const REBUILDERS: Record<UploadKind, () => Promise<(file: Uint8Array) => Promise<RebuiltFile>>> = {
  PDF: async () => (await import('./rebuild-pdf.ts')).rebuildPdf,
  JPEG: async () => (await import('./rebuild-picture.ts')).rebuildJpeg,
  PNG: async () => (await import('./rebuild-picture.ts')).rebuildPng,
  HEIC: async () => (await import('./rebuild-heic.ts')).rebuildHeic,
  DICOM: async () => (await import('./rebuild-dicom.ts')).rebuildDicom,
};

/**
 * Makes a file anew from what it shows. Nothing of the file itself is kept: no script, no attachment, no metadata, and
 * nothing that hides before, behind or between its parts.
 * @param kind as it was declared
 * @throws Refused
 */
export async function rebuildFile(kind: UploadKind, file: Uint8Array): Promise<RebuiltFile> {
  const found = await orUnreadable(() => fileTypeFromBuffer(file));
  if (found === undefined) throw new Refused('unreadable');
  if (!MEDIA_TYPES[kind].includes(found.mime)) throw new Refused('other-kind');
  const rebuild = await REBUILDERS[kind]();
  return orUnreadable(() => rebuild(file));
}
