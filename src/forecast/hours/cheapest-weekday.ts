import { at } from '../series/at';
import { weekdayOf } from '../series/day';
import { HOURS_PER_DAY, HOURS_PER_WEEK, meanKnown, type HourlySeries } from './hourly-series';

const WEEKS = 8;
const SUNDAY = 0;
/** Another weekday must have been this much of a week's mean cheaper before it replaces Sunday. */
const LEAD = 0.1;

/**
 * The weekday with the lowest price in the last eight weeks. Sunday has been it in every year since
 * 2019, so a few weeks alone do not unseat it.
 */
export function cheapestWeekday({ firstHour, gwei }: HourlySeries): number {
  const sums = new Float64Array(7);
  const counts = new Float64Array(7);
  const end = firstHour + gwei.length;
  const lastMidnight = end - (((end % HOURS_PER_DAY) + HOURS_PER_DAY) % HOURS_PER_DAY);
  for (let day = 1; day <= 7 * WEEKS; day++) {
    const start = lastMidnight - day * HOURS_PER_DAY - firstHour;
    if (start < 0) break;
    // Each day against the week that ends with it: the level may drift.
    const week = meanKnown(
      gwei.subarray(Math.max(0, start + HOURS_PER_DAY - HOURS_PER_WEEK), start + HOURS_PER_DAY),
    );
    const share = meanKnown(gwei.subarray(start, start + HOURS_PER_DAY)) / week;
    if (Number.isNaN(share)) continue;
    const weekday = weekdayOf((firstHour + start) / HOURS_PER_DAY);
    sums[weekday] = at(sums, weekday) + share;
    counts[weekday] = at(counts, weekday) + 1;
  }
  const means = sums.map((sum, weekday) =>
    at(counts, weekday) < 3 ? 1 : sum / at(counts, weekday),
  );
  const cheapest = means.indexOf(Math.min(...means));
  return at(means, cheapest) < at(means, SUNDAY) - LEAD ? cheapest : SUNDAY;
}
