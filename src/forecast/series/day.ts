import { DAY_MS } from '@/platform/time/durations';

/** Days since 1970-01-01, UTC. */
export type Day = number;

/** @throws RangeError unless `text` is a real date, `YYYY-MM-DD`. */
export function parseDay(text: string): Day {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse accepts 30 February.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`not a date: ${text}`);
  }
  return ms / DAY_MS;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The UTC day in which an instant lies. */
export function dayOf(instant: Date): Day {
  return Math.floor(instant.getTime() / DAY_MS);
}

/** 0 = Sunday … 6 = Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}
