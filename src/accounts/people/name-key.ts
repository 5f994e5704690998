import anyAscii from 'any-ascii';

/** Most letters become one or two; a few signs become whole words. */
const MAX_KEY = 500;
/** Of each, where a name has two spellings. */
const MAX_OF_TWO = 249;
/** Between the keys of the two spellings; no key contains it. */
const BETWEEN = ' ';

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
  return (key === '' ? composed.toLowerCase().replaceAll(/\s/g, '') : key).slice(0, MAX_KEY);
}

/** The keys of a name: one, or two where the printed spelling is searched otherwise. */
export function nameKeys(name: string, printedName: string | null): string[] {
  const key = nameKey(name);
  const printedKey = printedName === null ? key : nameKey(printedName);
  return printedKey === key ? [key] : [key, printedKey].map((one) => one.slice(0, MAX_OF_TWO));
}

/** The keys that are kept in one column, as `nameKeys` returns them. */
export function splitKeys(column: string): string[] {
  return column.split(BETWEEN);
}

/** What is kept of a name for searching: either spelling is found by it. */
export function keyColumn(name: string, printedName: string | null): string {
  return nameKeys(name, printedName).join(BETWEEN);
}

/** The columns that hold an account's name: always written together. */
export function nameColumns(name: string, printedName: string | null = null) {
  return { displayName: name, printedName, nameKey: keyColumn(name, printedName) };
}
