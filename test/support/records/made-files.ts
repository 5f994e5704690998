import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';

/** Words that no rebuilt file may hold. */
export const MARK = 'HIDDEN-MARK-7f3a';

/** A red picture with a green quarter, 64 × 48, by libheif's encoder (HEVC). */
const HEIC =
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA' +
  'AAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEA' +
  'AAAAAAAAMgACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAV' +
  'aW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAA' +
  'AQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAA' +
  'AwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4' +
  'aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAADpt' +
  'ZGF0AAAALigBr1j5Et3/le/9J//eOS8cw1P6iKJuCs/LI1MnT/1aM53I98obaJkCxhFxQMA=';

/** A small HEIC picture, as phones make them. */
export function heicFile(): Uint8Array {
  return Uint8Array.from(Buffer.from(HEIC, 'base64'));
}

const PICTURE = { width: 64, height: 48, channels: 3, background: 'red' } as const;

/** A small PNG. */
export async function pngFile(size: { width?: number; height?: number } = {}): Promise<Uint8Array> {
  return bytesOf(
    await sharp({ create: { ...PICTURE, ...size } })
      .png()
      .toBuffer(),
  );
}

/** A small JPEG with the place where it was taken, its maker and the mark in its EXIF. */
export async function jpegFile(): Promise<Uint8Array> {
  const exif = {
    IFD0: { Artist: MARK, Copyright: MARK },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 10/1 0/1' },
  };
  return bytesOf(await sharp({ create: PICTURE }).withExif(exif).jpeg().toBuffer());
}

/** A PDF of some pages with a line of text each. */
export async function pdfFile(pages = 2): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 1; page <= pages; page += 1) pdf.addPage([300, 200]).drawText(`Page ${page}`);
  return pdf.save();
}

/** A PDF with everything that acts: scripts, actions, an attachment, a link, a form, and metadata. */
export async function activePdf(options: { useObjectStreams?: boolean } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([300, 200]);
  page.drawText('Seen');
  pdf.addJavaScript(MARK, `app.alert('${MARK}')`);
  await pdf.attach(Buffer.from(MARK), `${MARK}.exe`, { mimeType: 'application/x-msdownload' });
  pdf.setTitle(MARK);
  pdf.setAuthor(MARK);
  const { context } = pdf;
  const script = context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(MARK) });
  pdf.catalog.set(PDFName.of('OpenAction'), script);
  page.node.set(PDFName.of('AA'), context.obj({ O: script }));
  const link = context.obj({
    ...{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 100, 100] },
    A: { S: 'Launch', F: PDFString.of(MARK) },
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  pdf.getForm().createTextField('field').setText(MARK);
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Any: { Private: PDFString.of(MARK) } }));
  return pdf.save({ useObjectStreams: false, ...options });
}

/** Elements of a DICOM file: tag (`ggggeeee`), value representation, value. */
type Element = readonly [tag: string, vr: string, value: Buffer];

const LONG = ['OB', 'OW', 'UN', 'UT'];

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.from(value.length % 2 === 0 ? value : `${value} `);
}

function uid(value: string): Buffer {
  return Buffer.from(value.length % 2 === 0 ? value : `${value}\0`);
}

function written([tag, vr, value]: Element): Buffer {
  const place = Buffer.concat([
    short(Number.parseInt(tag.slice(0, 4), 16)),
    short(Number.parseInt(tag.slice(4), 16)),
  ]);
  const length = Buffer.alloc(LONG.includes(vr) ? 6 : 2);
  if (LONG.includes(vr)) length.writeUInt32LE(value.length, 2);
  else length.writeUInt16LE(value.length);
  return Buffer.concat([place, Buffer.from(vr), length, value]);
}

interface DicomParts {
  /** Before the file; 128 bytes of it are the preamble. */
  preamble?: string;
  syntax?: string;
  rows?: number;
  columns?: number;
  pixels?: Buffer;
  frames?: number;
  others?: readonly Element[];
}

/** A DICOM image of 16 × 8 greys (explicit little endian) with private elements that hold the mark. */
export function dicomFile(parts: DicomParts = {}): Uint8Array {
  const { preamble = '', syntax = '1.2.840.10008.1.2.1', rows = 8, columns = 16 } = parts;
  const { pixels = Buffer.from(Array.from({ length: 128 }, (_, at) => at)) } = parts;
  const meta = Buffer.concat(
    [
      ['00020001', 'OB', Buffer.from([0, 1])] as const,
      ['00020002', 'UI', uid('1.2.840.10008.5.1.4.1.1.7')] as const,
      ['00020003', 'UI', uid('1.2.3.4')] as const,
      ['00020010', 'UI', uid(syntax)] as const,
      ['00020012', 'UI', uid('1.2.3')] as const,
    ].map(written),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  const elements: Element[] = [
    ['00080016', 'UI', uid('1.2.840.10008.5.1.4.1.1.7')],
    ['00080018', 'UI', uid('1.2.3.4')],
    ['00080060', 'CS', text('OT')],
    ['00090010', 'LO', text(MARK)],
    ['00091001', 'LO', text(MARK)],
    ['00100010', 'PN', text('Ahmed^Ali')],
    ['00280002', 'US', short(1)],
    ['00280004', 'CS', text('MONOCHROME2')],
    ...(parts.frames === undefined
      ? []
      : [['00280008', 'IS', text(String(parts.frames))] as const]),
    ['00280010', 'US', short(rows)],
    ['00280011', 'US', short(columns)],
    ['00280100', 'US', short(8)],
    ['00280101', 'US', short(8)],
    ['00280102', 'US', short(7)],
    ['00280103', 'US', short(0)],
    ...(parts.others ?? []),
    ['60003000', 'OW', text(MARK)],
    ['7fe00010', 'OB', pixels],
  ];
  return bytesOf(
    Buffer.concat([
      Buffer.from(preamble.padEnd(128, '\0').slice(0, 128), 'latin1'),
      Buffer.from('DICM'),
      written(['00020000', 'UL', length]),
      meta,
      ...elements.map(written),
    ]),
  );
}

/** The bytes of a buffer in an array of their own. */
export function bytesOf(buffer: Uint8Array): Uint8Array {
  return Uint8Array.from(buffer);
}
