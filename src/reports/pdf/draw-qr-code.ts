import { create } from 'qrcode';
import { COLOUR } from './page-theme';

/**
 * Draws a QR code (ISO/IEC 18004, error correction M) as vector rectangles: sharp at any size.
 * @param size side in points, without the quiet zone
 */
export function drawQrCode(
  doc: PDFKit.PDFDocument,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (const [start, length] of darkRuns(modules.data, row * modules.size, modules.size)) {
      doc.rect(x + start * side, y + row * side, length * side, side);
    }
  }
  doc.fillColor(COLOUR.ink).fill();
}

/** Neighbouring dark modules of a row as [first, length]: one rectangle without seams. */
function darkRuns(data: Uint8Array, offset: number, size: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let column = 0; column < size; column += 1) {
    if (data[offset + column] !== 1) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}
