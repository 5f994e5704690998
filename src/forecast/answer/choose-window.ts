import { cheapestHour } from '../hours/hour-profile';
import { HOURS_PER_DAY, type Hour } from '../hours/hourly-series';
import { at } from '../series/at';
import type { Day } from '../series/day';

/** Hours of the advised window, around the bottom of the night's valley. */
export const WINDOW_HOURS = 4;
/** Hours of the window before its cheapest hour. */
const BEFORE = 2;
/** A window that is nearly over is no advice. */
const LEAST_LEFT = 1;

/** The advised hours of a day, from the first up to and without the last. */
export interface HourWindow {
  from: Hour;
  until: Hour;
}

/** The four hours of a UTC day around its cheapest one. */
export function windowOfDay(day: Day, profile: Float64Array): HourWindow {
  const first = Math.min(HOURS_PER_DAY - WINDOW_HOURS, Math.max(0, cheapestHour(profile) - BEFORE));
  const from = day * HOURS_PER_DAY + first;
  return { from, until: from + WINDOW_HOURS };
}

/** Whether enough of a window is left to be advised at an hour. */
export function isAhead({ until }: HourWindow, now: Hour): boolean {
  return until - now > LEAST_LEFT;
}

/** Mean share of the day's price in a window. */
export function shareOf({ from, until }: HourWindow, profile: Float64Array): number {
  let sum = 0;
  for (let hour = from; hour < until; hour++) sum += at(profile, hour % HOURS_PER_DAY);
  return sum / (until - from);
}
