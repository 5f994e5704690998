/** Shorter words, e.g. `li`, are parts of too many others. */
const MIN_WORD = 3;
/** With fewer letters and digits of its own, a password is the known words in another order. */
const MIN_OWN = 6;

/** Characters that people type in the place of a letter. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '4': 'a',
  '@': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/**
 * Whether a password is little else than known words, in whatever order, writing and punctuation, as in
 * `Wang.Xiuying.1952`. An estimate of guesses takes three such words for unrelated ones.
 */
export function isMadeOf(password: string, words: readonly string[]): boolean {
  const typed = fold(password);
  const letters = Array.from(typed, (character) => LOOKALIKES[character] ?? character).join('');
  const isKnown = new Array<boolean>(typed.length).fill(false);
  for (const word of words.map(fold).filter(({ length }) => length >= MIN_WORD)) {
    for (const text of [typed, letters]) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        isKnown.fill(true, at, at + word.length);
      }
    }
  }
  if (!isKnown.includes(true)) return false;
  const own = Array.from(typed).filter(
    (character, at) => !isKnown[at] && /[\p{L}\p{N}]/u.test(character),
  );
  return own.length < MIN_OWN;
}

/** Small letters without accents, one code unit for each. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\u{10000}-\u{10FFFF}]/gu, '')
    .toLowerCase();
}
