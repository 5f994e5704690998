/**
 * Words as a LIKE pattern takes them: the signs that stand for any letter there are letters here.
 * @returns the words trimmed and composed (NFC), for Prisma's `contains`
 */
export function likePattern(words: string): string {
  return words
    .trim()
    .normalize('NFC')
    .replaceAll(/[\\%_]/g, String.raw`\$&`);
}
