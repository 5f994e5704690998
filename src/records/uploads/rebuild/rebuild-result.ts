import type { KeptMedia } from '../upload-kinds.ts';

/** A file made anew of the content of another. */
export interface RebuiltFile {
  file: Uint8Array;
  mediaType: KeptMedia;
  /** Pages of a PDF, frames of a DICOM file, 1 for a picture. */
  pages: number;
  /** A picture (PNG) of a file that browsers cannot show. */
  preview: Uint8Array | null;
}
