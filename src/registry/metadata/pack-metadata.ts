import type { ReportMetadata } from './report-metadata';
import { unixSeconds } from '@/registry/contract/unix-seconds';
import { ADDRESS_AT, LENGTH_BYTES, TEXTS, TEXTS_AT, TIME_AT, VERSION } from './metadata-layout';

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
