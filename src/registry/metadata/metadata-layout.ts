/**
 * Layout of metadata, version 1: version (1 byte), object address (32), upload time in unix seconds (5), then each text
 * as its length in UTF-8 bytes (2) and those bytes. Whatever follows is padding. Without anything of Node.js: a
 * patient's browser reads it, too.
 */
export const VERSION = 1;
export const ADDRESS_AT = 1;
export const TIME_AT = ADDRESS_AT + 32;
const TIME_BYTES = 5;
export const TEXTS_AT = TIME_AT + TIME_BYTES;
export const LENGTH_BYTES = 2;

export const TEXTS = [
  'reportName',
  'ownerName',
  'ownerEmail',
  'doctorName',
  'doctorEmail',
] as const;

/** What the layout holds. */
export type UnpackedMetadata = Record<(typeof TEXTS)[number], string> & {
  /** Hex. */
  objectAddress: string;
  uploadedAt: Date;
};

/**
 * Reads the layout back.
 * @throws Error when the bytes are not of this layout
 */
export function unpackMetadata(bytes: Uint8Array): UnpackedMetadata {
  if (bytes[0] !== VERSION) throw new Error('Unknown layout of metadata');
  const readNumber = (from: number, length: number) =>
    bytes.subarray(from, from + length).reduce((number, byte) => number * 256 + byte, 0);
  let at = TEXTS_AT;
  const readText = () => {
    const from = at + LENGTH_BYTES;
    const to = from + readNumber(at, LENGTH_BYTES);
    if (from > bytes.length || to > bytes.length) throw new Error('The metadata ends too early');
    at = to;
    return new TextDecoder().decode(bytes.subarray(from, to));
  };
  const address = bytes.subarray(ADDRESS_AT, TIME_AT);
  return {
    // In the order of TEXTS.
    reportName: readText(),
    ownerName: readText(),
    ownerEmail: readText(),
    doctorName: readText(),
    doctorEmail: readText(),
    objectAddress: Array.from(address, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    uploadedAt: new Date(readNumber(TIME_AT, TIME_BYTES) * 1_000),
  };
}
