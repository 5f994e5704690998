import { constants, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { Refused } from './refused.ts';
import { withoutJpegMetadata } from './without-jpeg-metadata.ts';

/** Unpacked, all streams of a document together. */
const MAX_UNPACKED_BYTES = 256 * 1_024 ** 2;
const MAX_IMAGE_PIXELS = 100_000_000;
const MAX_OBJECTS = 200_000;

const names = (...texts: string[]) => texts.map((text) => PDFName.of(text));

/** Keys behind which something acts, is attached or describes whoever made the file (ISO 32000-2). */
const DROPPED = names(
  ...['AA', 'OpenAction', 'JS', 'JavaScript', 'EF', 'AF', 'Annots', 'Metadata', 'PieceInfo'],
  ...['OPI', 'AcroForm', 'XFA', 'RichMedia', 'EmbeddedFiles', 'Ref', 'StructParents', 'Thumb'],
);
/** Of a stream: where its bytes would be outside the file. */
const OUTSIDE = names('F', 'FFilter', 'FDecodeParms');
const ACTIONS = new Set(
  names(
    ...['JavaScript', 'Launch', 'URI', 'SubmitForm', 'ResetForm', 'ImportData', 'GoToR', 'GoToE'],
    ...['Rendition', 'Movie', 'Sound', 'RichMediaExecute', 'Named', 'Trans', 'Thread'],
  ),
);
const FILE_SPECS = new Set(names('Filespec', 'F', 'EmbeddedFile'));
const [TYPE, SUBTYPE, FILTER, WIDTH, HEIGHT, S] = [
  PDFName.of('Type'),
  PDFName.of('Subtype'),
  PDFName.of('Filter'),
  PDFName.of('Width'),
  PDFName.of('Height'),
  PDFName.of('S'),
];
const [FLATE, DCT] = [PDFName.of('FlateDecode'), PDFName.of('DCTDecode')];

/**
 * Removes from everything that can be reached from some objects what acts, is attached or describes, and refuses what
 * unpacks to so much that a reader would choke on it. Follows references itself, so that a deep or circular document
 * costs no stack.
 * @throws Refused
 */
export function scrubGraph(context: PDFContext, roots: readonly (PDFObject | undefined)[]): void {
  const seen = new Set<PDFObject>();
  const waiting = [...roots];
  let unpacked = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    if (seen.size > MAX_OBJECTS) throw new Refused('too-much-inside');
    if (next instanceof PDFRef) {
      const found = context.lookup(next);
      if (found instanceof PDFRawStream) cleanJpeg(context, next, found);
      waiting.push(context.lookup(next));
    } else if (next instanceof PDFArray) {
      waiting.push(...next.asArray());
    } else if (next instanceof PDFDict) {
      waiting.push(...scrubDict(context, next));
    } else if (next instanceof PDFStream) {
      for (const key of OUTSIDE) next.dict.delete(key);
      unpacked += unpackedLength(next);
      if (unpacked > MAX_UNPACKED_BYTES) throw new Refused('too-much-inside');
      waiting.push(...scrubDict(context, next.dict));
    }
  }
}

/** @returns what is left in it */
function scrubDict(context: PDFContext, dict: PDFDict): PDFObject[] {
  for (const key of DROPPED) dict.delete(key);
  const left: PDFObject[] = [];
  for (const [key, value] of dict.entries()) {
    if (isActive(context.lookup(value))) dict.delete(key);
    else left.push(value);
  }
  return left;
}

function isActive(value: PDFObject | undefined): boolean {
  const dict = value instanceof PDFStream ? value.dict : value;
  if (!(dict instanceof PDFDict)) return false;
  const [type, subtype] = [dict.get(TYPE), dict.get(S)];
  return (
    (type instanceof PDFName && FILE_SPECS.has(type)) ||
    (subtype instanceof PDFName && ACTIONS.has(subtype))
  );
}

/** How many bytes a stream unpacks to, as far as it is packed by deflate; those of an image at least its pixels. */
function unpackedLength(stream: PDFStream): number {
  const { dict } = stream;
  const size = [dict.lookup(WIDTH), dict.lookup(HEIGHT)];
  if (dict.get(SUBTYPE) === PDFName.of('Image')) {
    const [width = 0, height = 0] = size.map((one) =>
      one instanceof PDFNumber ? one.asNumber() : 0,
    );
    if (width * height > MAX_IMAGE_PIXELS) throw new Refused('too-much-inside');
  }
  let bytes = stream.getContents();
  for (const filter of filtersOf(dict)) {
    if (filter !== FLATE) break;
    bytes = inflate(bytes);
  }
  return bytes.length;
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, {
      maxOutputLength: MAX_UNPACKED_BYTES,
      // Readers show what is there of a stream that ends early.
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    const isTooLong = error instanceof RangeError;
    throw new Refused(isTooLong ? 'too-much-inside' : 'unreadable', error);
  }
}

function filtersOf(dict: PDFDict): (PDFObject | undefined)[] {
  const filter = dict.lookup(FILTER);
  return filter instanceof PDFArray ? filter.asArray() : [filter];
}

/** A photograph inside a PDF is a whole JPEG file, with the place where it was taken. */
function cleanJpeg(context: PDFContext, ref: PDFRef, stream: PDFRawStream): void {
  const filters = filtersOf(stream.dict);
  if (filters.length !== 1 || filters[0] !== DCT) return;
  context.assign(ref, PDFRawStream.of(stream.dict, withoutJpegMetadata(stream.contents)));
}
