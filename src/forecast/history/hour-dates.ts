import { HOUR_MS } from '@/platform/time/durations';
import { HOURS_PER_DAY, type Hour } from '../hours/hourly-series';
import type { Day } from '../series/day';

export function dateOfHour(hour: Hour): Date {
  return new Date(hour * HOUR_MS);
}

/** Midnight UTC, as `@db.Date` columns take and give it. */
export function dateOfDay(day: Day): Date {
  return dateOfHour(day * HOURS_PER_DAY);
}
