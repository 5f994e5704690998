import { describe, expect, it } from 'vitest';
import { firstUnprintable, isPrintable } from '@/platform/printing/printable';
import RANGES from '@/platform/printing/printable-ranges.json' with { type: 'json' };
import { fontOf } from '@/reports/pdf/fonts';

/** What the fonts draw. Control characters and those of private use have no shape that means something. */
function isDrawn(character: string): boolean {
  return !/[\p{Cc}\p{Co}\p{Cs}]/u.test(character) && fontOf(character, 'regular') !== undefined;
}

/** First and last code points of what the fonts draw, in turns. */
function measuredRanges(): number[] {
  const ranges: number[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (!isDrawn(String.fromCodePoint(code))) continue;
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

describe('the table of printable characters', () => {
  it('is exactly what the fonts of the PDF draw', () => {
    // After an update of a font, write the measured ranges into the file.
    expect(RANGES).toEqual(measuredRanges());
  });

  it('decides at the edges of each range as it does within', () => {
    for (let at = 0; at < RANGES.length; at += 2) {
      const [first = 0, last = 0] = RANGES.slice(at, at + 2);
      const edges = [first - 1, first, last, last + 1].map((code) => String.fromCodePoint(code));
      expect(edges.map(isPrintable)).toEqual(edges.map(isDrawn));
    }
  });

  it.each([
    ['Gülşah Işıkoğlu-O’Neill', undefined],
    ['Ελένη Παπαδοπούλου', undefined],
    ['Иван Петров', undefined],
    ['अनिल कुमार', undefined],
    ['李小龍', '李'],
    ['محمد علي', 'م'],
    ['דוד כהן', 'ד'],
    ['สมชาย ใจดี', 'ส'],
    ['Ali 李', '李'],
  ])('finds the first character of %s that no font draws', (name, found) => {
    expect(firstUnprintable(name)).toBe(found);
  });
});
