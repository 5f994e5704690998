import { at } from '../series/at';
import { HOURS_PER_DAY, hourOfDay, meanKnown, type HourlySeries } from './hourly-series';

/** What the advice of an hour is learned from: older habits of the hour have faded. */
export const PROFILE_DAYS = 28;
/** An hour that costs more than three times its day's mean is an event, not a habit. */
const MOST = 3;
/** Known hours without which a day teaches nothing. */
const LEAST_HOURS = 18;
const LEAST_DAYS = 14;
/** Hours around each hour that are averaged: the bottom of the night is a valley, not a minute. */
const REACH = 2;

/**
 * What each hour of the UTC day costs, as a share of its day's mean, smoothed over five hours.
 * @returns 24 shares, or undefined when fewer than 14 of the last 28 days are known.
 */
export function hourProfile({ firstHour, gwei }: HourlySeries): Float64Array | undefined {
  const sums = new Float64Array(HOURS_PER_DAY);
  const counts = new Float64Array(HOURS_PER_DAY);
  let days = 0;
  for (let back = 1; back <= PROFILE_DAYS && back * HOURS_PER_DAY <= gwei.length; back++) {
    const start = gwei.length - back * HOURS_PER_DAY;
    const day = gwei.subarray(start, start + HOURS_PER_DAY);
    if (day.filter((value) => !Number.isNaN(value)).length < LEAST_HOURS) continue;
    days += 1;
    const mean = meanKnown(day);
    for (let index = 0; index < HOURS_PER_DAY; index++) {
      const share = Math.min(MOST, at(day, index) / mean);
      if (Number.isNaN(share)) continue;
      const hour = hourOfDay(firstHour + start + index);
      sums[hour] = at(sums, hour) + share;
      counts[hour] = at(counts, hour) + 1;
    }
  }
  if (days < LEAST_DAYS || counts.some((count) => count === 0)) return undefined;
  return smooth(sums.map((sum, hour) => sum / at(counts, hour)));
}

/** The hour with the lowest share. */
export function cheapestHour(profile: Float64Array): number {
  return profile.indexOf(Math.min(...profile));
}

function smooth(shares: Float64Array): Float64Array {
  return shares.map((_, hour) => {
    let sum = 0;
    for (let shift = -REACH; shift <= REACH; shift++) sum += at(shares, hourOfDay(hour + shift));
    return sum / (2 * REACH + 1);
  });
}
