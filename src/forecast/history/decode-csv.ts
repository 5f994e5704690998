/**
 * The text of a file, as UTF-8 or, as spreadsheets save "Unicode text", UTF-16 with or without a byte-order
 * mark.
 * @returns undefined for bytes that are neither
 */
export function decodeCsv(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A CSV of fees is ASCII but for its mark: in UTF-16 every second byte of its first characters is zero. */
function encodingOf([first, second, third, fourth]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0)) return 'utf-16be';
  return 'utf-8';
}
