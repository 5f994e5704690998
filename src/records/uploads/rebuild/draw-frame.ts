import type { DataSet } from 'dicom-parser';
import sharp from 'sharp';
import { Refused } from './refused.ts';

const MAX_FRAME_PIXELS = 40_000_000;
const MAX_PREVIEW_SIDE = 1_200;

/** How the pixels of a DICOM image stand in its file (PS3.3, C.7.6.3). */
interface PixelLayout {
  rows: number;
  columns: number;
  samples: 1 | 3;
  bytes: 1 | 2;
  isSigned: boolean;
  isInverted: boolean;
  isPlanar: boolean;
}

/**
 * Draws the first frame of a DICOM image.
 * @returns a PNG, and how many frames there are
 * @throws Refused when the pixels are not as many as the header states
 */
export async function drawFrame(data: DataSet): Promise<{ preview: Uint8Array; frames: number }> {
  const layout = readLayout(data);
  const { rows, columns, samples, bytes } = layout;
  const frames = Math.max(1, data.intString('x00280008') ?? 1);
  const frameBytes = rows * columns * samples * bytes;
  const pixels = data.elements['x7fe00010'];
  const odd = (frameBytes * frames) % 2;
  if (pixels === undefined || pixels.length !== frameBytes * frames + odd) {
    throw new Refused('unreadable');
  }
  const first = data.byteArray.subarray(pixels.dataOffset, pixels.dataOffset + frameBytes);
  if (first.length !== frameBytes) throw new Refused('unreadable');
  const grey = samples === 3 ? interleaved(first, layout) : toGrey(first, layout, data);
  const preview = await sharp(grey, { raw: { width: columns, height: rows, channels: samples } })
    .resize({
      width: MAX_PREVIEW_SIDE,
      height: MAX_PREVIEW_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .png()
    .toBuffer();
  return { preview, frames };
}

function readLayout(data: DataSet): PixelLayout {
  const rows = data.uint16('x00280010') ?? 0;
  const columns = data.uint16('x00280011') ?? 0;
  const samples = data.uint16('x00280002') ?? 1;
  const bits = data.uint16('x00280100') ?? 0;
  const colours = (data.string('x00280004') ?? '').trim();
  if (rows === 0 || columns === 0) throw new Refused('unreadable');
  if (rows * columns > MAX_FRAME_PIXELS) throw new Refused('too-much-inside');
  if (samples === 3 ? bits !== 8 || colours !== 'RGB' : !colours.startsWith('MONOCHROME')) {
    throw new Refused('unsupported-packing');
  }
  if ((samples !== 1 && samples !== 3) || (bits !== 8 && bits !== 16)) {
    throw new Refused('unsupported-packing');
  }
  return {
    ...{ rows, columns, samples, bytes: bits === 8 ? 1 : 2 },
    isSigned: data.uint16('x00280103') === 1,
    isInverted: colours === 'MONOCHROME1',
    isPlanar: data.uint16('x00280006') === 1,
  };
}

function interleaved(first: Uint8Array, { rows, columns, isPlanar }: PixelLayout): Uint8Array {
  if (!isPlanar) return first;
  const count = rows * columns;
  return Uint8Array.from(first, (_, at) => first[(at % 3) * count + Math.floor(at / 3)] ?? 0);
}

/** From stored values to 256 greys, by the window of the file or else from the darkest to the brightest. */
function toGrey(first: Uint8Array, layout: PixelLayout, data: DataSet): Uint8Array {
  const view = new DataView(first.buffer, first.byteOffset, first.length);
  const count = layout.rows * layout.columns;
  const valueAt = (at: number) => {
    if (layout.bytes === 1) return layout.isSigned ? view.getInt8(at) : view.getUint8(at);
    return layout.isSigned ? view.getInt16(2 * at, true) : view.getUint16(2 * at, true);
  };
  const slope = data.floatString('x00281053') ?? 1;
  const intercept = data.floatString('x00281052') ?? 0;
  const [low, high] = windowOf(data) ?? rangeOf(count, (at) => slope * valueAt(at) + intercept);
  const grey = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const share = (slope * valueAt(at) + intercept - low) / Math.max(high - low, 1e-9);
    const shade = Math.round(255 * Math.min(1, Math.max(0, share)));
    grey[at] = layout.isInverted ? 255 - shade : shade;
  }
  return grey;
}

function windowOf(data: DataSet): [number, number] | null {
  const center = data.floatString('x00281050');
  const width = data.floatString('x00281051');
  if (center === undefined || width === undefined || !(width > 0)) return null;
  return [center - width / 2, center + width / 2];
}

function rangeOf(count: number, valueAt: (at: number) => number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < count; at += 1) {
    const value = valueAt(at);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
