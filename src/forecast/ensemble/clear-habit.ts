import { HORIZON } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import type { DailySeries } from '@/forecast/series/daily-series';

const WEEKS = 3;
/** Log: the day must have cost a tenth less than any other. */
const MARGIN = 0.1;

/**
 * The day of the next seven whose weekday was clearly the cheapest in each of the last three weeks; 0 is tomorrow.
 * So plain a habit needs no long proof: without it, rules that were right for years are only slowly given up.
 * @returns undefined where there is none
 */
export function clearHabit({ logs }: DailySeries): number | undefined {
  let habit: number | undefined;
  for (let back = 1; back <= WEEKS; back++) {
    const week = logs.subarray(-back * HORIZON, logs.length - (back - 1) * HORIZON);
    if (week.length < HORIZON) return undefined;
    const sorted = week.toSorted();
    const cheapest = week.indexOf(at(sorted, 0));
    if (at(sorted, 1) - at(sorted, 0) < MARGIN) return undefined;
    if (habit !== undefined && habit !== cheapest) return undefined;
    habit = cheapest;
  }
  return habit;
}
