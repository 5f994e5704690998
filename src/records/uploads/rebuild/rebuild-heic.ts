import libheif from 'libheif-js/wasm-bundle.js';
import { jpegOfPixels } from './rebuild-picture.ts';
import type { RebuiltFile } from './rebuild-result.ts';
import { Refused } from './refused.ts';

/** Each takes four bytes of memory here, and once more while it is encoded. */
const MAX_PIXELS = 50_000_000;

/** Makes a JPEG of a HEIC picture, which few browsers show; of several pictures in it, the first one. */
export async function rebuildHeic(file: Uint8Array): Promise<RebuiltFile> {
  const [picture] = new libheif.HeifDecoder().decode(file);
  if (picture === undefined) throw new Refused('unreadable');
  const [width, height] = [picture.get_width(), picture.get_height()];
  if (width * height > MAX_PIXELS) throw new Refused('too-much-inside');
  const data = new Uint8ClampedArray(width * height * 4);
  const pixels = await new Promise<Uint8ClampedArray>((resolve, reject) =>
    picture.display({ data, width, height }, (filled) => {
      if (filled === null) reject(new Refused('unreadable'));
      else resolve(filled.data);
    }),
  );
  return jpegOfPixels(pixels, { width, height, channels: 4 });
}
