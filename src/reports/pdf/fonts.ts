import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';

/** The two weights a report is set in. */
export type Weight = 'regular' | 'semibold';

/** Fonts for signs that the text font lacks, in the order in which they are asked. */
export const SIGN_FONTS = ['math', 'symbols'] as const;

export type FontName = Weight | (typeof SIGN_FONTS)[number];

const FOLDER = path.join(process.cwd(), 'node_modules/@expo-google-fonts');

/**
 * Whole Noto fonts (SIL Open Font License 1.1); what is used of them is embedded. Noto Sans has Latin-extended,
 * Turkish, Greek and Cyrillic letters. Math has ≥ ≤ → ↑ ↓ ✓, Symbols 2 has ✔ ✗ ☐ ⚠; both have its ascent, so that
 * signs stand on the line of the text.
 */
const FILES: Record<FontName, string> = {
  regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  math: 'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
  symbols: 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
};

const opened = new Map<FontName, Font>();

/** The font that draws a character of a text in a weight; undefined when none does. */
export function fontOf(character: string, weight: Weight): FontName | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  // The letters in these fonts, Arabic ones among them, are for formulae: they do not join into words.
  const signFonts = /[\p{L}\p{M}]/u.test(character) ? [] : SIGN_FONTS;
  // Both weights hold the same letters.
  return [weight, ...signFonts].find((name) =>
    openFont(name === weight ? 'regular' : name).hasGlyphForCodePoint(codePoint),
  );
}

/**
 * A font for one document. It shares the tables of the open font, but not its glyphs: fontkit keeps each glyph with the
 * letters that it first stood for, so that a document would carry letters of the one before.
 */
export function fontOfDocument(name: FontName): Font {
  // The type of a new object is that of its prototype.
  return Object.create(openFont(name), { _glyphs: { value: {} } }) as Font;
}

/** A font, opened once per thread: reading its tables anew took four fifths of a document's time. */
function openFont(name: FontName): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = create(readFileSync(path.join(FOLDER, FILES[name])));
  if (!('hasGlyphForCodePoint' in font)) throw new Error('A font collection is not a font');
  opened.set(name, font);
  return font;
}
