import type { FeeHistory } from '../history/read-history';
import { HOURS_PER_DAY } from '../hours/hourly-series';
import { at } from '../series/at';

const HOUR_MS = 3_600_000;

/**
 * What gas costs now as far as a history knows, gwei: its newest hour, or its newest day where the hour
 * ended more than a day before what is known ends.
 */
export function currentPrice({
  days,
  hours,
  until,
}: Pick<FeeHistory, 'days' | 'hours' | 'until'>): number {
  const newest = hours ? hours.gwei.findLastIndex((gwei) => !Number.isNaN(gwei)) : -1;
  if (hours && newest >= 0) {
    const age = until.getTime() / HOUR_MS - (hours.firstHour + newest + 1);
    if (age <= HOURS_PER_DAY) return at(hours.gwei, newest);
  }
  return Math.exp(at(days.logs, days.logs.length - 1));
}
