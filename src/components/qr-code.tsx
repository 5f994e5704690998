import { create } from 'qrcode';

interface QrCodeProps {
  /** Its content, usually an address. */
  text: string;
  /** What it is for, for screen readers. */
  label: string;
  /** Side in CSS pixels, with the quiet zone. */
  size: number;
}

/** Modules of white around the code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code (ISO/IEC 18004, error correction M) as one sharp path, dark on white in both schemes. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.data[row * modules.size + column] === 1) dark.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  const side = modules.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
