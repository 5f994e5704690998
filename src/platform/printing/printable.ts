import RANGES from './printable-ranges.json' with { type: 'json' };

/**
 * Whether the fonts of a PDF draw a character. The table of their characters is compared with the fonts in
 * `test/reports/pdf/printable.test.ts`; so a form in the browser and the PDF decide alike.
 */
export function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // First and last code points alternate: an odd number of them at or below `code` is inside, or at a last one.
  let low = 0;
  let high = RANGES.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((RANGES[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1 || RANGES[low - 1] === code;
}

/** The first character of a text that no font of a PDF draws. A line break is none. */
export function firstUnprintable(text: string): string | undefined {
  return Array.from(text).find((character) => character !== '\n' && !isPrintable(character));
}
