import { z } from 'zod';
import { classesFrom, type DataClass } from '@/audit/policy/data-class';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { readWholeNumber } from '@/platform/whole-number';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import type { MessageKey } from '@/messages/translator';

/** The zone that is furthest ahead is UTC+14: there it is tomorrow already. */
const AHEAD_MS = 14 * HOUR_MS;
/** A doctor's clock may be a little fast. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;

export const REQUIRED = 'validation.required' satisfies MessageKey;
const MAX_REMARKS = 10_000;

/** Text as it is kept and printed: composed letters, plain line ends, no tabs, no blank edges. */
function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/[\t\u00a0]/g, ' ')
      // Variation selectors: they only choose a coloured picture of the sign before them.
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
    .max(maxCharacters);
}

/** The remarks that every template has. */
export const remarks = freeText(MAX_REMARKS);

/** What can be measured, and the sentences for what cannot (`{minimum}`, `{maximum}`). */
export interface Limits {
  min: number;
  max: number;
  tooLow: MessageKey;
  tooHigh: MessageKey;
}

/** A whole number that must be filled in; a form holds it as typed, `''` where nothing was. */
export function wholeNumber(limits: Limits) {
  return optionalWholeNumber(limits).transform((value, context) => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: REQUIRED });
    return z.NEVER;
  });
}

/** A whole number or nothing: accepted exactly as it was typed, or refused. */
export function optionalWholeNumber(limits: Limits) {
  return z.unknown().transform((typed, context) => {
    const read = readWholeNumber(typed);
    if ('blank' in read) return null;
    const fault = 'fault' in read ? read.fault : outside(read.number, limits);
    if (fault === null && 'number' in read) return read.number;
    context.addIssue({
      code: 'custom',
      message: fault ?? '',
      params: { minimum: limits.min, maximum: limits.max },
    });
    return z.NEVER;
  });
}

function outside(value: number, { min, max, tooLow, tooHigh }: Limits): MessageKey | null {
  if (value < min) return tooLow;
  return value > max ? tooHigh : null;
}

/** A choice that must be made; a form holds `''` where none was made. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: 'templates.fields.chooseOne' satisfies MessageKey });
}

const NOT_A_DATE = 'templates.fields.notADate' satisfies MessageKey;

/** `YYYY-MM-DD`, not in the future in any zone. */
export const pastDay = z.iso
  .date({
    abort: true,
    error: (issue) => (isBlank(issue.input) ? REQUIRED : NOT_A_DATE),
  })
  .refine((day) => day <= isoDay(Date.now() + AHEAD_MS), {
    error: 'templates.fields.dateInFuture' satisfies MessageKey,
  });

/** ISO 8601 with an offset (or `Z`), not in the future. */
export const pastMoment = z.iso
  .datetime({
    offset: true,
    abort: true,
    error: (issue) =>
      isBlank(issue.input) ? REQUIRED : ('templates.fields.notAMoment' satisfies MessageKey),
  })
  .refine((moment) => Date.parse(moment) <= Date.now() + CLOCK_SKEW_MS, {
    error: 'templates.fields.timeInFuture' satisfies MessageKey,
  });

/** A field of a draft that will hold a number: whatever the input holds while one types. */
export const draftNumber = z.union([z.number(), z.string().max(100), z.null()]);

/** A field of a draft that will hold text or a choice. */
export function draftText(maxCharacters = 60) {
  return z.string().max(maxCharacters);
}

/** The remarks of a draft may be too long: the doctor shortens them later. */
export const draftRemarks = draftText(MAX_REMARKS * 2);

/** How confidential the report is: at least as its kind is. Forms from before the field have its kind's class. */
export function confidentiality(lowest: DataClass) {
  return z
    .enum(classesFrom(lowest), { error: 'templates.fields.notBelowKind' satisfies MessageKey })
    .default(lowest);
}

function isBlank(value: unknown): boolean {
  return value === '' || value === null || value === undefined;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
