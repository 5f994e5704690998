import { HOURS_PER_DAY, HOURS_PER_WEEK, type HourlySeries } from '../hours/hourly-series';
import { at } from '../series/at';
import { mean } from '../series/weekday-profile';
import { hourOfWeek } from './hour-of-week';

/** Weeks that the shape is the mean of; older habits of the hour have faded. */
const WEEKS = 6;
/** Fewer whole weeks are not meaningful. */
const LEAST_WEEKS = 4;
/** Known hours without which a week is left out. */
const LEAST_KNOWN = 126;
/** An hour further from its week's mean than e^1.5 (4.5 times) is an event, not a habit. */
export const CLIP = 1.5;
/** Hours on each side that are averaged: the bottom of the night is a valley. */
const REACH = 2;
const DAYS = 7;

/**
 * How much each hour of the week usually costs more or less than its week: half as measured, half as the sum of an
 * hour of the day and a weekday, because six weeks are few for 168 numbers.
 * @param known Hours of the series that are known when the shape is asked for.
 * @returns 168 log differences, Sunday 00:00 UTC first; undefined with fewer than four known weeks
 */
export function weekShape(
  { firstHour, gwei }: HourlySeries,
  known = gwei.length,
): Float64Array | undefined {
  const sums = new Float64Array(HOURS_PER_WEEK);
  const counts = new Float64Array(HOURS_PER_WEEK);
  let weeks = 0;
  for (let back = 1; back <= WEEKS && back * HOURS_PER_WEEK <= known; back++) {
    const start = known - back * HOURS_PER_WEEK;
    const logs = Array.from(gwei.subarray(start, start + HOURS_PER_WEEK), Math.log);
    const seen = logs.filter((log) => !Number.isNaN(log));
    if (seen.length < LEAST_KNOWN) continue;
    weeks += 1;
    const level = mean(seen);
    logs.forEach((log, index) => {
      if (Number.isNaN(log)) return;
      const hour = hourOfWeek(firstHour + start + index);
      sums[hour] = at(sums, hour) + Math.max(-CLIP, Math.min(CLIP, log - level));
      counts[hour] = at(counts, hour) + 1;
    });
  }
  if (weeks < LEAST_WEEKS) return undefined;
  return halfAdditive(smooth(sums.map((sum, hour) => sum / Math.max(1, at(counts, hour)))));
}

function smooth(shape: Float64Array): Float64Array {
  return shape.map((_, hour) => {
    let sum = 0;
    for (let shift = -REACH; shift <= REACH; shift++) {
      sum += at(shape, (hour + shift + HOURS_PER_WEEK) % HOURS_PER_WEEK);
    }
    return sum / (2 * REACH + 1);
  });
}

function halfAdditive(shape: Float64Array): Float64Array {
  const overall = mean(shape);
  const byHour = Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    mean(Array.from({ length: DAYS }, (__, day) => at(shape, day * HOURS_PER_DAY + hour))),
  );
  const byDay = Array.from({ length: DAYS }, (_, day) =>
    mean(shape.subarray(day * HOURS_PER_DAY, (day + 1) * HOURS_PER_DAY)),
  );
  return shape.map((share, index) => {
    const sum =
      at(byHour, index % HOURS_PER_DAY) + at(byDay, Math.floor(index / HOURS_PER_DAY)) - overall;
    return (share + sum) / 2;
  });
}
