import { HOURS_PER_DAY, type Hour } from '../hours/hourly-series';
import { at } from '../series/at';
import type { Day } from '../series/day';

/** Hours of the advised window: the bottom of the night's valley. */
export const WINDOW_HOURS = 4;
/** A window that is nearly over is no advice. */
const LEAST_LEFT = 1;

/** The advised hours of a day, from the first up to and without the last. */
export interface HourWindow {
  from: Hour;
  until: Hour;
}

/** The four hours of a UTC day that cost least together. */
export function windowOfDay(day: Day, profile: Float64Array): HourWindow {
  const starts = Array.from({ length: HOURS_PER_DAY - WINDOW_HOURS + 1 }, (_, hour) => hour);
  const shares = starts.map((from) => shareOf({ from, until: from + WINDOW_HOURS }, profile));
  const from = day * HOURS_PER_DAY + shares.indexOf(Math.min(...shares));
  return { from, until: from + WINDOW_HOURS };
}

/** The hour of a window that costs least. */
export function bestHour({ from, until }: HourWindow, profile: Float64Array): Hour {
  const hours = Array.from({ length: until - from }, (_, ahead) => from + ahead);
  return hours.reduce((best, hour) =>
    at(profile, hour % HOURS_PER_DAY) < at(profile, best % HOURS_PER_DAY) ? hour : best,
  );
}

/** Whether enough of a window is left to be advised at an hour. */
function isAhead({ until }: HourWindow, now: Hour): boolean {
  return until - now > LEAST_LEFT;
}

/** Mean share of the day's price in a window. */
export function shareOf({ from, until }: HourWindow, profile: Float64Array): number {
  let sum = 0;
  for (let hour = from; hour < until; hour++) sum += at(profile, hour % HOURS_PER_DAY);
  return sum / (until - from);
}

/** Whether enough of a day's window, or of the day where no hours are known, is left to be advised. */
export function isDayAhead(
  day: Day,
  { now, profile }: { now: Hour; profile: Float64Array | undefined },
): boolean {
  return profile ? isAhead(windowOfDay(day, profile), now) : (day + 1) * HOURS_PER_DAY > now;
}
