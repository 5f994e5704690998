import { z } from 'zod';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { readWholeNumber } from '@/platform/whole-number';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import type { MessageKey } from '@/messages/translator';

/** The zone that is furthest ahead is UTC+14: there it is tomorrow already. */
const AHEAD_MS = 14 * HOUR_MS;
/** A doctor's clock may be a little fast. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;
/** A report on something older than this is rare enough to ask whether the date is right. */
const UNUSUAL_AGE_DAYS = 7;

export const REQUIRED = 'Please fill this in.';
const MAX_REMARKS = 10_000;

/** Text as it is kept and printed: composed letters, plain line ends, no tabs, no blank edges. */
function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/[\t\u00a0]/g, ' ')
      // They only ask for a coloured picture of the sign before them.
      .replace(/[\ufe0e\ufe0f]/g, '')
      .trim()
  );
}

/** Free text, empty allowed. */
export function freeText(maxCharacters: number) {
  return z
    .string({ error: REQUIRED })
    .overwrite(tidy)
    .refine(isWholeText, { error: LOST_CHARACTER })
    .max(maxCharacters, { error: `At most ${maxCharacters} characters.` });
}

/** The remarks that both templates carry. */
export const remarks = freeText(MAX_REMARKS);

/** A whole number that must be filled in; a form holds it as typed, `''` where nothing was. */
export function wholeNumber(min: number, max: number, unit: string) {
  return optionalWholeNumber(min, max, unit).transform((value, context) => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: REQUIRED });
    return z.NEVER;
  });
}

/** A whole number or nothing: accepted exactly as it was typed, or refused. */
export function optionalWholeNumber(min: number, max: number, unit: string) {
  return z.unknown().transform((typed, context) => {
    const read = readWholeNumber(typed);
    if ('blank' in read) return null;
    const fault = 'fault' in read ? read.fault : outside(read.number, min, max, unit);
    if (fault === null && 'number' in read) return read.number;
    context.addIssue({ code: 'custom', message: fault ?? '' });
    return z.NEVER;
  });
}

function outside(value: number, min: number, max: number, unit: string): string | null {
  if (value < min) return `Below ${min} ${unit} is not possible.`;
  return value > max ? `Above ${max} ${unit} is not possible.` : null;
}

/** A choice that must be made; a form holds `''` where none was made. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: 'reports.formFields.pleaseChooseOne' satisfies MessageKey });
}

/** `YYYY-MM-DD`, not in the future in any zone. */
export const pastDay = z.iso
  .date({
    abort: true,
    error: (issue) => (isBlank(issue.input) ? REQUIRED : 'This is not a date.'),
  })
  .refine((day) => day <= isoDay(Date.now() + AHEAD_MS), {
    error: 'reports.formFields.thisDateIsInTheFuture' satisfies MessageKey,
  });

/** ISO 8601 with an offset (or `Z`), not in the future. */
export const pastMoment = z.iso
  .datetime({
    offset: true,
    abort: true,
    error: (issue) =>
      isBlank(issue.input)
        ? REQUIRED
        : 'Choose a date and time that the clock showed once, or say which of the two it was.',
  })
  .refine((moment) => Date.parse(moment) <= Date.now() + CLOCK_SKEW_MS, {
    error: 'reports.formFields.thisTimeIsInTheFuture' satisfies MessageKey,
  });

/** Whether a day or moment lies further back than is usual; false while it is not filled in. */
export function isUnusuallyOld(dayOrMoment: string): boolean {
  return Date.parse(dayOrMoment) < Date.now() - (UNUSUAL_AGE_DAYS + 1) * DAY_MS;
}

/** A field of a draft that will hold a number: whatever the input holds while one types. */
export const draftNumber = z.union([z.number(), z.string().max(100), z.null()]);

/** A field of a draft that will hold text or a choice. */
export function draftText(maxCharacters = 60) {
  return z.string().max(maxCharacters);
}

/** The remarks of a draft may be too long: the doctor shortens them later. */
export const draftRemarks = draftText(MAX_REMARKS * 2);

function isBlank(value: unknown): boolean {
  return value === '' || value === null || value === undefined;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
