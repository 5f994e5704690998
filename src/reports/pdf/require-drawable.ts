import { AppError, type FieldErrors } from '@/platform/errors';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import { fontOf } from './fonts';

/** A text that will be printed, and the form field (or `patient.name` …) that it comes from. */
export interface PrintedText {
  field: string;
  value: string;
}

/**
 * Refuses texts with a character that no font of ours draws, or that stands for one that was lost: never a box
 * in a medical report.
 * @throws AppError undrawable-character, naming the first such character of each field
 */
export function requireDrawable(texts: readonly PrintedText[]): void {
  const fields: FieldErrors = {};
  for (const { field, value } of texts) {
    const fault = isWholeText(value) ? undrawable(value) : LOST_CHARACTER;
    if (fault !== undefined) fields[field] ??= fault;
  }
  if (Object.keys(fields).length > 0) throw new AppError('undrawable-character', { fields });
}

function undrawable(text: string): string | undefined {
  const character = Array.from(text).find((one) => one !== '\n' && !isDrawable(one));
  return character === undefined ? undefined : sentence(character);
}

/** Control characters and those of private use have no shape that means something, whatever a font says. */
function isDrawable(character: string): boolean {
  return !/[\p{Cc}\p{Co}]/u.test(character) && fontOf(character, 'regular') !== undefined;
}

function sentence(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /\p{C}|\p{Z}/u.test(character) ? `U+${code}` : `“${character}” (U+${code})`;
  return `The character ${shown} cannot be printed in the PDF. Please remove or replace it.`;
}
