import { HOURS_PER_DAY, HOURS_PER_WEEK, type Hour } from '../hours/hourly-series';

/** 1970-01-01 was a Thursday: the first hour of that week is four days earlier. */
const EPOCH_OFFSET = 4 * HOURS_PER_DAY;

/** 0 (Sunday, 00:00 UTC) to 167. */
export function hourOfWeek(hour: Hour): number {
  return (((hour + EPOCH_OFFSET) % HOURS_PER_WEEK) + HOURS_PER_WEEK) % HOURS_PER_WEEK;
}
