import type { Sentence } from '@/messages/translator';
import { AppError } from '@/platform/errors';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import { firstUnprintable } from '@/platform/printing/printable';

/** A text that will be printed, and the form field (or `patient.name` …) that it comes from. */
export interface PrintedText {
  field: string;
  value: string;
}

/** The refusal of characters that cannot be printed. @param characters field → its first such character */
export class UndrawableError extends AppError {
  constructor(readonly characters: Readonly<Record<string, string>>) {
    const fields = Object.entries(characters).map(
      ([field, one]) => [field, sentence(field, one)] as const,
    );
    super('undrawable-character', { fields: Object.fromEntries(fields) });
  }
}

/**
 * Refuses texts with a character that no font of ours draws, or that stands for one that was lost: never a box
 * in a medical report.
 * @throws UndrawableError naming the first such character of each field
 */
export function requireDrawable(texts: readonly PrintedText[]): void {
  const characters: Record<string, string> = {};
  for (const { field, value } of texts) {
    const fault = isWholeText(value) ? firstUnprintable(value) : LOST;
    if (fault !== undefined) characters[field] ??= fault;
  }
  if (Object.keys(characters).length > 0) throw new UndrawableError(characters);
}

/** What stands in the profiles of the two people, and is corrected there. */
const PEOPLE: Readonly<Record<string, ((character: string) => Sentence) | undefined>> = {
  'patient.name': (character) => (t) => t('reports.requireDrawable.patientName', { character }),
  'doctor.name': (character) => (t) => t('reports.requireDrawable.doctorName', { character }),
  'doctor.clinic': (character) => (t) => t('reports.requireDrawable.doctorClinic', { character }),
  'doctor.licenceNumber': (character) => (t) =>
    t('reports.requireDrawable.doctorLicence', { character }),
};

/** U+FFFD REPLACEMENT CHARACTER, which stands for one that could not be read. */
const LOST = '\uFFFD';

function sentence(field: string, character: string): Sentence {
  if (character === LOST) return (t) => t(LOST_CHARACTER);
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /\p{C}|\p{Z}/u.test(character) ? `U+${code}` : `“${character}” (U+${code})`;
  const ofPerson = PEOPLE[field];
  if (ofPerson !== undefined) return ofPerson(shown);
  return (t) => t('reports.requireDrawable.undrawable', { character: shown });
}
