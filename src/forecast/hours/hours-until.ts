import { weekdayOf } from '../series/day';
import { HOURS_PER_DAY, HOURS_PER_WEEK, hourOfDay, type HourlySeries } from './hourly-series';

/**
 * How many hours after the next one a weekday's hour comes, within a week.
 * @param weekday 0 = Sunday; undefined: the first day that has this hour ahead.
 */
export function hoursUntil(
  { firstHour, gwei }: HourlySeries,
  weekday: number | undefined,
  hour: number,
): number {
  const next = firstHour + gwei.length;
  for (let ahead = 0; ahead < HOURS_PER_WEEK; ahead++) {
    const then = next + ahead;
    const day = weekdayOf(Math.floor(then / HOURS_PER_DAY));
    if (hourOfDay(then) === hour && (weekday ?? day) === day) return ahead;
  }
  throw new RangeError(`no hour ${hour} in a week`);
}
