/**
 * Words as a LIKE pattern, with its wildcards escaped.
 * @returns the words trimmed and composed (NFC), for Prisma's `contains`
 */
export function likePattern(words: string): string {
  return words
    .trim()
    .normalize('NFC')
    .replaceAll(/[\\%_]/g, String.raw`\$&`);
}
