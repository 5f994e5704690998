import anyAscii from 'any-ascii';

/** Most letters become one or two; a few signs become whole words. */
const MAX_KEY = 500;

/**
 * The form in which names are searched: ASCII letters and digits in lower case, so that `isikoglu` finds
 * Işıkoğlu, `strasse` Straße and `eleni` Ελένη. Spaces, hyphens and apostrophes go, because people leave them
 * out. Letters are transliterated one by one (any-ascii), so the key of a part of a name is a part of its key.
 * @returns never empty for a name: what has no ASCII form at all is kept as it is
 */
export function nameKey(name: string): string {
  const composed = name.normalize('NFKC');
  const key = Array.from(composed, (character) => anyAscii(character))
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  return (key === '' ? composed.trim().toLowerCase() : key).slice(0, MAX_KEY);
}

/** The columns that hold an account's name: always written together. */
export function nameColumns(name: string): { displayName: string; nameKey: string } {
  return { displayName: name, nameKey: nameKey(name) };
}
