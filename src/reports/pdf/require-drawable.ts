import { create, type Font } from 'fontkit';
import { AppError, type FieldErrors } from '@/platform/errors';
import { fontFile } from './fonts';

/** A text that will be printed, and the form field (or `patient.name` …) that it comes from. */
export interface PrintedText {
  field: string;
  value: string;
}

let regular: Font | undefined;

/** Both weights hold the same letters. */
function font(): Font {
  if (regular === undefined) {
    const opened = create(fontFile('regular'));
    if (!('hasGlyphForCodePoint' in opened)) throw new Error('A font collection is not a font');
    regular = opened;
  }
  return regular;
}

/**
 * Refuses texts with a character that the font cannot draw: never a box in a medical report.
 * @throws AppError undrawable-character, naming the first such character of each field
 */
export function requireDrawable(texts: readonly PrintedText[]): void {
  const fields: FieldErrors = {};
  for (const { field, value } of texts) {
    const character = undrawable(value);
    if (character !== undefined) fields[field] ??= sentence(character);
  }
  if (Object.keys(fields).length > 0) throw new AppError('undrawable-character', { fields });
}

function undrawable(text: string): string | undefined {
  return Array.from(text).find(
    (character) => character !== '\n' && !isDrawable(character.codePointAt(0) ?? 0),
  );
}

/** Control characters have no shape, whatever the font says. */
function isDrawable(codePoint: number): boolean {
  const isControl = codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
  return !isControl && font().hasGlyphForCodePoint(codePoint);
}

function sentence(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /\p{C}|\p{Z}/u.test(character) ? `U+${code}` : `“${character}” (U+${code})`;
  return `The character ${shown} cannot be printed in the PDF. Please remove or replace it.`;
}
