import { HOURS_PER_WEEK, type HourlySeries } from '../hours/hourly-series';
import { at } from '../series/at';
import { mean } from '../series/weekday-profile';
import { followLevel, moveLevel } from './follow-level';
import { hourOfWeek } from './hour-of-week';
import { SPREADS, thresholdsOf } from './plan-thresholds';
import { weekShape } from './week-shape';

/** Hours of a week that must be known to learn from it: nine in ten. */
const LEAST_KNOWN = 151;

/** What waiting from one hour of the past on would have been worth. */
export interface Replay {
  /** 1 − price paid ÷ mean of the week, for each of `SPREADS`. */
  savings: number[];
}

/**
 * Waits once more, from an hour of the past for at most a week, with each spread.
 * @param origin Index of the last hour that was known then.
 * @returns undefined where too little was known before or after it
 */
export function replayHours(series: HourlySeries, origin: number): Replay | undefined {
  const next = series.gwei.subarray(origin + 1, origin + 1 + HOURS_PER_WEEK);
  const known = next.filter((gwei) => !Number.isNaN(gwei));
  if (next.length < HOURS_PER_WEEK || known.length < LEAST_KNOWN) return undefined;
  const shape = weekShape(series, origin + 1);
  if (!shape) return undefined;
  const level = followLevel(series, shape, origin + 1);
  if (Number.isNaN(level)) return undefined;
  const from = series.firstHour + origin + 1;
  const usual = Float64Array.from(next, (_, ahead) =>
    Math.exp(at(shape, hourOfWeek(from + ahead))),
  );
  const average = mean(known);
  const savings = SPREADS.map(
    (spread) => 1 - waitedPrice(next, thresholdsOf(usual, spread), usual, level) / average,
  );
  return { savings };
}

/**
 * The price that a rule of thresholds pays. An hour that is not known cannot be taken; the last is, at the price
 * that was known last.
 * @param thresholds Shares of the level, one an hour; the last is Infinity.
 * @param usual What each hour usually costs, as a share of the level.
 * @param level Before the first hour, log gwei; it is followed from hour to hour.
 */
export function waitedPrice(
  prices: Float64Array,
  thresholds: Float64Array,
  usual: Float64Array,
  level: number,
): number {
  let followed = level;
  let last = Number.NaN;
  for (let ahead = 0; ahead < prices.length; ahead++) {
    const price = at(prices, ahead);
    if (Number.isNaN(price)) continue;
    if (price <= at(thresholds, ahead) * Math.exp(followed)) return price;
    last = price;
    followed = moveLevel(followed, Math.log(price), Math.log(at(usual, ahead)));
  }
  return last;
}
