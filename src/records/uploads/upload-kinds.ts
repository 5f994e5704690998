import type { UploadKind } from '@/generated/prisma/enums';

/** Each kind of file that can be brought, and how a browser's file dialog names it. */
export const UPLOAD_KINDS: Record<UploadKind, { extensions: readonly string[]; accept: string }> = {
  PDF: { extensions: ['pdf'], accept: 'application/pdf' },
  JPEG: { extensions: ['jpg', 'jpeg'], accept: 'image/jpeg' },
  PNG: { extensions: ['png'], accept: 'image/png' },
  HEIC: { extensions: ['heic', 'heif'], accept: 'image/heic' },
  DICOM: { extensions: ['dcm', 'dicom'], accept: 'application/dicom' },
};

const NAMES = Object.keys(UPLOAD_KINDS) as UploadKind[];

/** The kind that a file's name declares; null for others. */
export function kindOfName(fileName: string): UploadKind | null {
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  return NAMES.find((kind) => UPLOAD_KINDS[kind].extensions.includes(extension)) ?? null;
}

/** The media types that a rebuilt file can have, with the extension of a download. */
export const KEPT_MEDIA = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/dicom': 'dcm',
} as const;

/** The media type of a rebuilt file. */
export type KeptMedia = keyof typeof KEPT_MEDIA;

/** Whether a stored text is one. */
export function isKeptMedia(text: string | null): text is KeptMedia {
  return text !== null && Object.hasOwn(KEPT_MEDIA, text);
}
