import { z } from 'zod';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import { firstUnprintable } from '@/platform/printing/printable';
import type { MessageKey } from '@/messages/translator';
import { resemblesAddress } from './resembles-address';

/** Letters and marks that are drawn as nothing: fillers of Korean and Khmer, the grapheme joiner, the empty Braille cell. */
const BLANKS = /[\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;

/** Whether a name contains nothing that is invisible, except what its script needs inside words. */
function isVisible(name: string): boolean {
  const rest = name.replaceAll(JOINERS, '');
  return !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<>]/u.test(rest) && !BLANKS.test(rest);
}

/**
 * U+200C and U+200D where they change how a word is written: between Arabic letters (Persian names), and after the sign
 * that takes a letter's vowel in Indian scripts (RFC 5892, appendix A.1 and A.2).
 */
const JOINERS =
  /(?<=\p{Script=Arabic})\u200C(?=\p{Script=Arabic})|(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]/gu;

/** Pictures, and what colours or frames them. */
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u20E3]/u;

/** More marks on one letter would be drawn over the lines around it. */
const PILED_MARKS = /\p{M}{7}/u;

/** A line of a name, of a person or a clinic. */
export const nameCharacters = z
  .string()
  .max(120, { error: 'validation.atMostCharacters' satisfies MessageKey })
  .refine(isWholeText, { error: LOST_CHARACTER })
  // Control characters could forge a line of a mail or a PDF, and turned writing another name.
  .refine((name) => isVisible(name) && !PILED_MARKS.test(name), {
    error: 'accounts.registration.nameCharacter' satisfies MessageKey,
  })
  // Names stand in mails to strangers, whose mail programs turn these into links.
  .refine((name) => !resemblesAddress(name), {
    error: 'accounts.registration.nameIsAddress' satisfies MessageKey,
  });

const personCharacters = nameCharacters.refine((name) => !PICTURES.test(name), {
  error: 'accounts.registration.nameCharacter' satisfies MessageKey,
});

/** A typed name with single spaces. U+FEFF counts as a space in JavaScript, but is invisible. */
export function tidyName(name: string): string {
  return name
    .trim()
    .normalize('NFC')
    .replaceAll(/[^\S\uFEFF]+/g, ' ');
}

/** A person's name as they write it, in any script. */
export const personNameSchema = z
  .string()
  .transform(tidyName)
  .pipe(
    personCharacters
      .min(2, { error: 'accounts.registration.nameTooShort' satisfies MessageKey })
      .regex(/\p{L}/u, { error: 'accounts.registration.nameTooShort' satisfies MessageKey }),
  );

/** A part of the name, null where it is not stated. */
export const namePartSchema = z
  .string()
  .transform(tidyName)
  .pipe(personCharacters)
  .transform((part) => (part === '' ? null : part))
  .nullable()
  .optional();

/** A name in Latin letters that documents can print, null where none is stated. */
export const printedNameSchema = z
  .string()
  .transform(tidyName)
  .pipe(personCharacters)
  .refine((name) => name === '' || isLatin(name), {
    error: 'accounts.registration.printedName' satisfies MessageKey,
  })
  .transform((name) => (name === '' ? null : name))
  .nullable()
  .optional();

function isLatin(name: string): boolean {
  return (
    /^[\p{Script=Latin}\p{Script=Inherited}0-9 .,'’ʻʼ·‐‑-]+$/u.test(name) &&
    /\p{Script=Latin}/u.test(name) &&
    firstUnprintable(name) === undefined
  );
}

/** Whether documents need a second spelling of a name: their fonts lack letters of it. */
export function needsPrintedName(name: string): boolean {
  return firstUnprintable(tidyName(name)) !== undefined;
}

/** The check of a person's fields that a name has a spelling which documents can print. */
export const PRINTED_NAME_RULE = {
  path: ['printedName'],
  error: 'accounts.registration.printedNameMissing' satisfies MessageKey,
  // Also while other fields are wrong: else the person would learn of it last.
  when: ({ value }: { value: unknown }) => namedSchema.safeParse(value).success,
};

const namedSchema = z.object({ name: personNameSchema, printedName: printedNameSchema });

/** Whether a person can be named in a document. */
export function hasPrintableSpelling(person: {
  name: string;
  printedName?: string | null | undefined;
}): boolean {
  return (person.printedName ?? '') !== '' || !needsPrintedName(person.name);
}
