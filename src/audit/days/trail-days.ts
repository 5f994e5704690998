import { DAY_MS } from '@/platform/time/durations';

/** Days since 1970-01-01, UTC, as the contract counts them. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS);
}

/** When a day begins. */
export function startOfDay(day: number): Date {
  return new Date(day * DAY_MS);
}

/** ISO 8601 date of a day. */
export function dateOfDay(day: number): string {
  return startOfDay(day).toISOString().slice(0, 10);
}
