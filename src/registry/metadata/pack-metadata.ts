import type { ReportMetadata } from './report-metadata';
import { unixSeconds } from '@/registry/contract/unix-seconds';

/**
 * Layout, version 1: version (1 byte), object address (32), upload time in unix seconds (5), then each text
 * as its length in UTF-8 bytes (2) and those bytes. Whatever follows is padding.
 */
const VERSION = 1;
const ADDRESS_AT = 1;
const TIME_AT = ADDRESS_AT + 32;
const TEXTS_AT = TIME_AT + 5;
const LENGTH_BYTES = 2;

const TEXTS = ['reportName', 'ownerName', 'ownerEmail', 'doctorName', 'doctorEmail'] as const;

/**
 * UTF-8 bytes of a name at most, so that two of the longest names and e-mail addresses (254, RFC 5321)
 * still fit into what the contract takes. A longer name is cut here; the PDF has it whole.
 */
const LONGEST_NAME = 180;

/** Lays metadata out as bytes, without padding. */
export function packMetadata(metadata: ReportMetadata): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(TEXTS_AT);
  head.writeUInt8(VERSION, 0);
  head.write(metadata.objectAddress, ADDRESS_AT, 'hex');
  head.writeUIntBE(unixSeconds(metadata.uploadedAt), TIME_AT, 5);
  const texts = TEXTS.flatMap((name) => {
    const text = name.endsWith('Name') ? cut(metadata[name]) : metadata[name];
    const bytes = Buffer.from(text, 'utf8');
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(bytes.length);
    return [length, bytes];
  });
  return Uint8Array.from(Buffer.concat([head, ...texts]));
}

/**
 * Reads the layout back.
 * @throws Error when the bytes are not of this layout
 */
export function unpackMetadata(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes);
  if (buffer.readUInt8(0) !== VERSION) throw new Error('Unknown layout of metadata');
  let at = TEXTS_AT;
  const texts = TEXTS.map((name) => {
    const from = at + LENGTH_BYTES;
    const to = from + buffer.readUInt16BE(at);
    if (to > buffer.length) throw new Error('The metadata ends too early');
    at = to;
    return [name, buffer.toString('utf8', from, to)];
  });
  return {
    ...Object.fromEntries(texts),
    objectAddress: buffer.toString('hex', ADDRESS_AT, TIME_AT),
    uploadedAt: new Date(buffer.readUIntBE(TIME_AT, 5) * 1_000),
  };
}

/** Cuts between characters, never inside one. */
function cut(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(`${kept}${character}…`) > LONGEST_NAME) break;
    kept += character;
  }
  return `${kept}…`;
}
