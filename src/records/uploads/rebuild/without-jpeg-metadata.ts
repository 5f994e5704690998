import { Refused } from './refused.ts';

const [START, END, SCAN, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe];
/** APP0 (JFIF) and APP14 (Adobe) say how colours are read; all others only describe. */
const KEPT_APPS = [0xe0, 0xee];

/**
 * A JPEG stream without its comments, EXIF, XMP and other descriptions, as it is drawn (ITU T.81, B.1.1).
 * @throws Refused when its segments cannot be followed
 */
export function withoutJpegMetadata(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== START) throw new Refused('unreadable');
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const marker = jpeg[at + 1];
    if (jpeg[at] !== 0xff || marker === undefined) throw new Refused('unreadable');
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SCAN || marker === END) break;
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > jpeg.length) throw new Refused('unreadable');
    const isDescription =
      marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.includes(marker));
    if (!isDescription) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  // From the first scan on there is only the picture; what follows its end is dropped.
  const finish = lastEnd(jpeg);
  kept.push(jpeg.subarray(at, finish));
  return Uint8Array.from(Buffer.concat(kept));
}

function lastEnd(jpeg: Uint8Array): number {
  const found = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length).indexOf(
    Buffer.from([0xff, END]),
  );
  return found === -1 ? jpeg.length : found + 2;
}
