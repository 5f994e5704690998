import { lowerAscii, spellings } from './spellings';

/** Something that is searched: a name for messages, and its bytes. */
export interface Haystack {
  name: string;
  bytes: Buffer;
}

/**
 * Searches for texts in all their spellings.
 * @returns one sentence for each place and spelling that was found
 */
export function scan(haystacks: readonly Haystack[], texts: readonly string[]): string[] {
  const wanted = texts.flatMap(spellings);
  return haystacks.flatMap(({ name, bytes }) => {
    const lower = lowerAscii(bytes);
    return wanted
      .filter((spelling) => (spelling.anyCase ? lower : bytes).includes(spelling.bytes))
      .map(({ text, how }) => `${name} holds “${text}” (${how})`);
  });
}
