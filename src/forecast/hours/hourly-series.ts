import { HOUR_MS } from '@/platform/time/durations';
import { at } from '../series/at';

export const HOURS_PER_DAY = 24;
export const HOURS_PER_WEEK = 168;

/** Hours since 1970-01-01, UTC. */
export type Hour = number;

/** One measured hour. */
export interface HourlyFee {
  hour: Hour;
  /** Mean price of gas in that hour, gwei. */
  gwei: number;
}

/** An unbroken run of hours, oldest first; NaN where unknown. */
export interface HourlySeries {
  firstHour: Hour;
  gwei: Float64Array;
}

/**
 * Lays measured hours on an unbroken calendar. Zeros, negatives and non-numbers count as unknown; of
 * an hour given twice the last one counts.
 * @throws RangeError when no hour is usable.
 */
export function toHourlySeries(fees: readonly HourlyFee[]): HourlySeries {
  const known = new Map<Hour, number>();
  for (const { hour, gwei } of fees) {
    if (Number.isFinite(gwei) && gwei > 0) known.set(hour, gwei);
  }
  if (known.size === 0) throw new RangeError('no usable hour in the fee history');
  const hours = [...known.keys()];
  const firstHour = hours.reduce((a, b) => Math.min(a, b));
  const length = hours.reduce((a, b) => Math.max(a, b)) - firstHour + 1;
  const gwei = Float64Array.from({ length }, (_, index) => known.get(firstHour + index) ?? NaN);
  return { firstHour, gwei };
}

/** The series as it was known at the end of its `length`-th hour; shares memory. */
export function truncateHours({ firstHour, gwei }: HourlySeries, length: number): HourlySeries {
  return { firstHour, gwei: gwei.subarray(0, length) };
}

/** 0 to 23, UTC. */
export function hourOfDay(hour: Hour): number {
  return ((hour % HOURS_PER_DAY) + HOURS_PER_DAY) % HOURS_PER_DAY;
}

export function hourOf(instant: Date): Hour {
  return Math.floor(instant.getTime() / HOUR_MS);
}

/** The mean of what is known; NaN when nothing is. */
export function meanKnown(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = at(values, index);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}
