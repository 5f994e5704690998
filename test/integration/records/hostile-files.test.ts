import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { UploadKind } from '@/generated/prisma/enums';
import { runRebuild } from '@/records/uploads/rebuild/run-rebuild';
import {
  activePdf,
  bytesOf,
  dicomFile,
  heicFile,
  jpegFile,
  MARK,
  pdfFile,
  pngFile,
} from '../../support/records/made-files';

/** A file, and what becomes of it: refused, or rebuilt without what harms. */
interface Hostile {
  name: string;
  kind: UploadKind;
  file: () => Uint8Array | Promise<Uint8Array>;
  becomes:
    | 'rebuilt'
    | 'other-kind'
    | 'unreadable'
    | 'encrypted'
    | 'too-much-inside'
    | 'unsupported-packing';
}

const join = (...parts: (Uint8Array | string)[]) =>
  bytesOf(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
    ),
  );
const cut = (file: Uint8Array, share: number) => file.subarray(0, Math.floor(file.length * share));
const text = (words: string) => bytesOf(Buffer.from(words));

const HTML = `<html><script>alert('${MARK}')</script></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>${MARK}</script></svg>`;
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const ZIP = join('PK\x03\x04', new Uint8Array(26), MARK, 'PK\x05\x06', new Uint8Array(18));

/** A PNG whose header states a size that its few bytes never fill. */
async function pngBomb(side: number): Promise<Uint8Array> {
  const png = Buffer.from(await pngFile());
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  // CRC-32 of the header.
  png.writeUInt32BE(crc(png.subarray(12, 29)), 29);
  return bytesOf(png);
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A PNG with a chunk of text before its end. */
async function pngWithText(): Promise<Uint8Array> {
  const png = Buffer.from(await pngFile());
  const body = Buffer.from(`tEXtComment\0${MARK}`);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc(body));
  const end = png.length - 12;
  return join(png.subarray(0, end), length, body, check, png.subarray(end));
}

/** A PDF with one content stream of its own making. */
async function pdfWithStream(
  contents: Uint8Array,
  dict: Record<string, string>,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([100, 100]);
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(contents, dict)));
  return pdf.save({ useObjectStreams: false });
}

/** A PDF with a photograph, whole with its EXIF. */
async function pdfWithPhoto(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const photo = await pdf.embedJpg(await jpegFile());
  pdf.addPage([100, 100]).drawImage(photo, { x: 0, y: 0, width: 64, height: 48 });
  return pdf.save({ useObjectStreams: false });
}

/** A PDF whose trailer states that it is encrypted. */
async function encryptedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([100, 100]);
  pdf.context.trailerInfo.Encrypt = pdf.context.register(
    pdf.context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4 }),
  );
  return pdf.save({ useObjectStreams: false });
}

async function circularPdf(): Promise<Uint8Array> {
  const file = Buffer.from(await pdfFile(1)).toString('latin1');
  return bytesOf(Buffer.from(file.replace(/\/Count 1/, '/Count 9'), 'latin1'));
}

const DEEP = `[`.repeat(50_000);

const FILES: Hostile[] = [
  // What is no file of the kind that it is declared to be.
  { name: 'HTML as a PDF', kind: 'PDF', file: () => text(HTML), becomes: 'unreadable' },
  { name: 'HTML as a JPEG', kind: 'JPEG', file: () => text(HTML), becomes: 'unreadable' },
  { name: 'SVG as a PNG', kind: 'PNG', file: () => text(SVG), becomes: 'unreadable' },
  {
    name: 'XML with SVG as a PNG',
    kind: 'PNG',
    file: () => text(`<?xml version="1.0"?>${SVG}`),
    becomes: 'other-kind',
  },
  {
    name: 'a program as a PDF',
    kind: 'PDF',
    file: () => join('MZ', new Uint8Array(200)),
    becomes: 'other-kind',
  },
  {
    name: 'a Linux program as a PNG',
    kind: 'PNG',
    file: () => join('\x7fELF', new Uint8Array(200)),
    becomes: 'other-kind',
  },
  { name: 'a zip as a DICOM file', kind: 'DICOM', file: () => ZIP, becomes: 'other-kind' },
  { name: 'EICAR as a PDF', kind: 'PDF', file: () => text(EICAR), becomes: 'unreadable' },
  { name: 'EICAR as a JPEG', kind: 'JPEG', file: () => text(EICAR), becomes: 'unreadable' },
  { name: 'a PNG called JPEG', kind: 'JPEG', file: () => pngFile(), becomes: 'other-kind' },
  { name: 'a JPEG called PNG', kind: 'PNG', file: jpegFile, becomes: 'other-kind' },
  { name: 'a PDF called DICOM', kind: 'DICOM', file: () => pdfFile(), becomes: 'other-kind' },
  { name: 'a DICOM file called PDF', kind: 'PDF', file: () => dicomFile(), becomes: 'other-kind' },
  { name: 'a HEIC called JPEG', kind: 'JPEG', file: heicFile, becomes: 'other-kind' },
  {
    name: 'an AVIF called HEIC',
    kind: 'HEIC',
    file: async () =>
      bytesOf(
        await sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
          .avif()
          .toBuffer(),
      ),
    becomes: 'other-kind',
  },
  {
    name: 'a GIF called PNG',
    kind: 'PNG',
    file: async () =>
      bytesOf(
        await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
          .gif()
          .toBuffer(),
      ),
    becomes: 'other-kind',
  },
  { name: 'one byte', kind: 'PNG', file: () => text('x'), becomes: 'unreadable' },
  { name: 'zeros', kind: 'JPEG', file: () => new Uint8Array(4_096), becomes: 'unreadable' },
  // Cut off, or only a beginning.
  {
    name: 'only the first bytes of a PDF',
    kind: 'PDF',
    file: () => text('%PDF-1.7\n'),
    becomes: 'unreadable',
  },
  {
    name: 'half a PDF',
    kind: 'PDF',
    file: async () => cut(await pdfFile(3), 0.5),
    becomes: 'unreadable',
  },
  {
    name: 'half a JPEG',
    kind: 'JPEG',
    file: async () => cut(await jpegFile(), 0.8),
    becomes: 'unreadable',
  },
  {
    name: 'half a PNG',
    kind: 'PNG',
    file: async () => cut(await pngFile({ width: 600, height: 600 }), 0.5),
    becomes: 'unreadable',
  },
  { name: 'half a HEIC', kind: 'HEIC', file: () => cut(heicFile(), 0.6), becomes: 'unreadable' },
  {
    name: 'half a DICOM file',
    kind: 'DICOM',
    file: () => cut(dicomFile(), 0.7),
    becomes: 'unreadable',
  },
  {
    name: 'only the header of a PNG',
    kind: 'PNG',
    file: async () => (await pngFile()).subarray(0, 33),
    becomes: 'unreadable',
  },
  {
    name: 'only the mark of a DICOM file',
    kind: 'DICOM',
    file: () => join(new Uint8Array(128), 'DICM'),
    becomes: 'unreadable',
  },
  // Two files in one.
  {
    name: 'a JPEG with a zip behind it',
    kind: 'JPEG',
    file: async () => join(await jpegFile(), ZIP),
    becomes: 'rebuilt',
  },
  {
    name: 'a PNG with HTML behind it',
    kind: 'PNG',
    file: async () => join(await pngFile(), HTML),
    becomes: 'rebuilt',
  },
  {
    name: 'a PDF with a program behind it',
    kind: 'PDF',
    file: async () => join(await pdfFile(), '\nMZ', MARK),
    becomes: 'rebuilt',
  },
  {
    name: 'HTML before a PDF',
    kind: 'PDF',
    file: async () => join(HTML, await pdfFile()),
    becomes: 'unreadable',
  },
  {
    name: 'a program in the preamble of a DICOM file',
    kind: 'DICOM',
    file: () => dicomFile({ preamble: `MZ${MARK}` }),
    becomes: 'other-kind',
  },
  {
    name: 'HTML in the preamble of a DICOM file',
    kind: 'DICOM',
    file: () => dicomFile({ preamble: `<script>${MARK}` }),
    becomes: 'rebuilt',
  },
  {
    name: 'a HEIC with HTML behind it',
    kind: 'HEIC',
    file: () => join(heicFile(), HTML),
    becomes: 'rebuilt',
  },
  // What acts, is attached or describes.
  { name: 'a JPEG with EXIF and GPS', kind: 'JPEG', file: jpegFile, becomes: 'rebuilt' },
  { name: 'a PNG with text', kind: 'PNG', file: pngWithText, becomes: 'rebuilt' },
  {
    name: 'a PDF with scripts, a form, a link and an attachment',
    kind: 'PDF',
    file: () => activePdf(),
    becomes: 'rebuilt',
  },
  {
    name: 'the same in object streams',
    kind: 'PDF',
    file: () => activePdf({ useObjectStreams: true }),
    becomes: 'rebuilt',
  },
  {
    name: 'a PDF with a photograph and its EXIF',
    kind: 'PDF',
    file: pdfWithPhoto,
    becomes: 'rebuilt',
  },
  {
    name: 'a DICOM file with private elements and an overlay',
    kind: 'DICOM',
    file: () => dicomFile(),
    becomes: 'rebuilt',
  },
  { name: 'an encrypted PDF', kind: 'PDF', file: encryptedPdf, becomes: 'encrypted' },
  // Bombs.
  {
    name: 'a PNG of 60,000 × 60,000',
    kind: 'PNG',
    file: () => pngBomb(60_000),
    becomes: 'too-much-inside',
  },
  {
    name: 'a PNG that is smaller than it states',
    kind: 'PNG',
    file: () => pngBomb(5_000),
    becomes: 'unreadable',
  },
  {
    name: 'a PDF whose stream unpacks to 300 MB',
    kind: 'PDF',
    file: () =>
      pdfWithStream(deflateSync(new Uint8Array(300e6), { level: 1 }), { Filter: 'FlateDecode' }),
    becomes: 'too-much-inside',
  },
  {
    name: 'a PDF with an image of 90,000 × 90,000',
    kind: 'PDF',
    file: bigImagePdf,
    becomes: 'too-much-inside',
  },
  { name: 'a PDF of 501 pages', kind: 'PDF', file: () => pdfFile(501), becomes: 'too-much-inside' },
  {
    name: 'a PDF that states more pages than it has',
    kind: 'PDF',
    file: circularPdf,
    becomes: 'rebuilt',
  },
  {
    name: 'a PDF that nests 50,000 deep',
    kind: 'PDF',
    file: () => text(`%PDF-1.7\n1 0 obj\n${DEEP}\nendobj\n`),
    becomes: 'unreadable',
  },
  {
    name: 'a DICOM file that states 65,000 × 65,000',
    kind: 'DICOM',
    file: () => dicomFile({ rows: 65_000, columns: 65_000 }),
    becomes: 'too-much-inside',
  },
  {
    name: 'a DICOM file that states more pixels than it has',
    kind: 'DICOM',
    file: () => dicomFile({ rows: 9 }),
    becomes: 'unreadable',
  },
  {
    name: 'a DICOM file that states more frames than it has',
    kind: 'DICOM',
    file: () => dicomFile({ frames: 1_000_000 }),
    becomes: 'unreadable',
  },
  {
    name: 'a deflated DICOM file',
    kind: 'DICOM',
    file: () => dicomFile({ syntax: '1.2.840.10008.1.2.1.99' }),
    becomes: 'unsupported-packing',
  },
  {
    name: 'a DICOM file packed as JPEG 2000',
    kind: 'DICOM',
    file: () => dicomFile({ syntax: '1.2.840.10008.1.2.4.90' }),
    becomes: 'unsupported-packing',
  },
];

async function bigImagePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const image = pdf.context.stream(deflateSync(new Uint8Array(10)), {
    ...{ Type: 'XObject', Subtype: 'Image', Width: 90_000, Height: 90_000 },
    ...{ ColorSpace: 'DeviceGray', BitsPerComponent: 1, Filter: 'FlateDecode' },
  });
  const page = pdf.addPage([100, 100]);
  page.node.setXObject(PDFName.of('Big'), pdf.context.register(image));
  return pdf.save({ useObjectStreams: false });
}

const DANGER =
  /JavaScript|\/JS|OpenAction|\/AA\b|EmbeddedFile|\/Launch|AcroForm|\/Annots|\/Metadata|PieceInfo|Exif|<script|MZ\u0090?HIDDEN/;

describe('of a corpus of hostile files none survives as it was', () => {
  it('has at least 40 files', () => expect(FILES.length).toBeGreaterThanOrEqual(40));

  it.each(FILES)('$name: $becomes', async ({ kind, file, becomes }) => {
    const given = await file();
    const answer = await runRebuild({ kind, file: given });
    if (becomes !== 'rebuilt') {
      expect(answer).toEqual({ refusal: becomes });
      return;
    }
    if (!('rebuilt' in answer)) throw new Error(answer.refusal);
    const { rebuilt } = answer;
    const readable = await unpacked(rebuilt.file, rebuilt.mediaType);
    expect(readable).not.toContain(MARK);
    expect(readable).not.toMatch(DANGER);
    expect(Buffer.compare(rebuilt.file, given)).not.toBe(0);
    expect(rebuilt.file.length).toBeGreaterThan(100);
    expect(rebuilt.pages).toBeGreaterThanOrEqual(1);
  });
});

/** The text of a file, of a PDF also what stands in its object streams. */
async function unpacked(file: Uint8Array, mediaType: string): Promise<string> {
  if (mediaType !== 'application/pdf') return Buffer.from(file).toString('latin1');
  const plain = await (
    await PDFDocument.load(file, { updateMetadata: false })
  ).save({ useObjectStreams: false });
  return Buffer.from(plain).toString('latin1');
}

describe('the process that rebuilds', () => {
  it('keeps what a file shows', async () => {
    const pdf = await runRebuild({ kind: 'PDF', file: await activePdf() });
    const heic = await runRebuild({ kind: 'HEIC', file: heicFile() });
    const dicom = await runRebuild({ kind: 'DICOM', file: dicomFile({ frames: 1 }) });
    if (!('rebuilt' in pdf && 'rebuilt' in heic && 'rebuilt' in dicom)) throw new Error('refused');
    expect(pdf.rebuilt).toMatchObject({ mediaType: 'application/pdf', pages: 1, preview: null });
    const { data, info } = await sharp(heic.rebuilt.file)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.format, info.width, info.height]).toEqual(['raw', 64, 48]);
    // Green at the upper left, red at the lower right.
    expect((data[1] ?? 0) > (data[0] ?? 0)).toBe(true);
    expect((data.at(-3) ?? 0) > (data.at(-2) ?? 0)).toBe(true);
    const picture = await sharp(dicom.rebuilt.preview ?? new Uint8Array()).metadata();
    expect([picture.format, picture.width, picture.height]).toEqual(['png', 16, 8]);
    const again = await runRebuild({ kind: 'DICOM', file: dicom.rebuilt.file });
    expect('rebuilt' in again && again.rebuilt.preview).toEqual(dicom.rebuilt.preview);
    expect(Buffer.from(dicom.rebuilt.file).toString('latin1')).toContain('Ahmed^Ali');
  });

  it.each([
    ['time', { timeoutMs: 1, maxResidentBytes: Infinity }],
    ['memory', { timeoutMs: 60_000, maxResidentBytes: 1 }],
  ])('is killed when its %s is used up, and the file is refused', async (_, limits) => {
    const answer = await runRebuild({ kind: 'PDF', file: await pdfFile(200) }, limits);
    expect(answer).toEqual({ refusal: 'check-failed' });
  });
});
