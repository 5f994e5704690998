import { formattingLocale, type Translate } from '@/messages/translator';
import { HOUR_MS } from './durations';

/** A day, a month or a year of the calendar, as FHIR writes a date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
const PARTS = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** The eastern-most zone is this far ahead of UTC (Kiribati). */
const LATEST_ZONE_MS = 14 * HOUR_MS;

/** Whether a text is a date that exists, as far as it is stated. */
export function isPartialDate(text: string): boolean {
  const match = PARTS.exec(text);
  if (match === null) return false;
  const first = new Date(`${firstDayOf(text)}T00:00:00Z`);
  // A day that a month does not have becomes one of the next month.
  return !Number.isNaN(first.getTime()) && first.toISOString().startsWith(text);
}

/** The first day of a date that is known in part, `YYYY-MM-DD`. */
export function firstDayOf(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}`;
}

/** Whether a date has not begun anywhere on earth. */
export function isFuture(date: string, now: Date = new Date()): boolean {
  const today = new Date(now.getTime() + LATEST_ZONE_MS).toISOString().slice(0, 10);
  return date > today.slice(0, date.length);
}

/**
 * A date as far as it is known, e.g. `4 March 2026`, `March 2026` or `2026`.
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 */
export function formatPartialDate(date: string, t: Translate): string {
  const form = new Intl.DateTimeFormat(formattingLocale(t), {
    year: 'numeric',
    ...(date.length > 4 && { month: 'long' }),
    ...(date.length > 7 && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return form.format(new Date(`${firstDayOf(date)}T00:00:00Z`));
}
