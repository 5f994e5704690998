import type { OpenedFile } from '@/records/uploads/open-upload';

/** A rebuilt file for the caller alone: kept in no cache, and never run as a page. */
export function fileResponse({ file, mediaType, fileName }: OpenedFile): Response {
  const isShown = mediaType !== 'application/dicom';
  return new Response(Uint8Array.from(file), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
