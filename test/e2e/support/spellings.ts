/** A text that must not be found, with every way to write it that the scan looks for. */
export interface Spelling {
  /** What is looked for, for a message. */
  text: string;
  /** How it is written, for a message. */
  how: string;
  bytes: Buffer;
  /** Whether a capital letter counts as its small one. */
  anyCase: boolean;
}

/** Every spelling of a text: letters as they are, without accents or taken apart, in each encoding. */
export function spellings(text: string): Spelling[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i');
  const ways = [text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD'), plain];
  const all = [...new Set(ways)].flatMap((way) => encodings(way));
  const seen = new Set<string>();
  return all
    .map(([how, bytes, anyCase]) => ({
      text,
      how,
      bytes: anyCase ? lowerAscii(bytes) : bytes,
      anyCase,
    }))
    .filter(({ bytes }) => {
      const key = bytes.toString('hex');
      return seen.has(key) ? false : seen.add(key);
    });
}

type Encoding = [how: string, bytes: Buffer, anyCase: boolean];

function encodings(text: string): Encoding[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16le = Buffer.from(text, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();
  const percent = encodeURIComponent(text);
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    ['UTF-8', utf8, true],
    ['UTF-16 LE', utf16le, true],
    ['UTF-16 BE', utf16be, true],
    ['Latin-1', Buffer.from(text, 'latin1'), true],
    ['percent-encoded', Buffer.from(percent), true],
    ['form-encoded', Buffer.from(percent.replaceAll('%20', '+')), true],
    ['JSON escapes', Buffer.from(escaped), true],
    ['hex', Buffer.from(utf8.toString('hex')), true],
    ['hex of UTF-16 LE', Buffer.from(utf16le.toString('hex')), true],
    ['hex of UTF-16 BE', Buffer.from(utf16be.toString('hex')), true],
    ...base64(utf8, 'base64'),
    ...base64(utf16le, 'base64 of UTF-16'),
  ];
}

/**
 * Base64 writes three bytes as four letters, so a text looks different at each of three places. The letters
 * at its ends hold bits of its neighbours and are left out.
 */
function base64(bytes: Buffer, how: string): Encoding[] {
  return [0, 1, 2].flatMap((before): Encoding[] => {
    const letters = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const first = Math.ceil((before * 8) / 6);
    const whole = letters.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
    const forUrls = whole.replaceAll('+', '-').replaceAll('/', '_');
    return [whole, forUrls].map((part) => [`${how}, offset ${before}`, Buffer.from(part), false]);
  });
}

/** The same bytes with A to Z made small. */
export function lowerAscii(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)));
}
