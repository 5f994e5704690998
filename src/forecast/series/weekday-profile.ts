import { at } from './at';
import type { DailySeries } from './daily-series';
import { weekdayOf } from './day';

const WEEKS = 52;
/** Weeks of "no difference" mixed in, so that a short history is not taken at its word. */
const SHRINKAGE_WEEKS = 6;

/**
 * How much each weekday usually costs more or less than the week around it.
 * @returns seven log differences, Sunday first, of the last 52 whole weeks, shrunk towards zero.
 */
export function weekdayProfile({ firstDay, logs }: DailySeries): Float64Array {
  const sums = new Float64Array(7);
  const weeks = Math.min(WEEKS, Math.floor(logs.length / 7));
  for (let week = 0; week < weeks; week++) {
    const start = logs.length - 7 * (week + 1);
    const level = mean(logs.subarray(start, start + 7));
    for (let index = start; index < start + 7; index++) {
      const weekday = weekdayOf(firstDay + index);
      sums[weekday] = at(sums, weekday) + at(logs, index) - level;
    }
  }
  return sums.map((sum) => sum / (weeks + SHRINKAGE_WEEKS));
}

/** @returns NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += at(values, index);
  return sum / values.length;
}
