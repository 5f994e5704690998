import { dateOfHour } from '../history/hour-dates';
import type { Hour } from '../hours/hourly-series';
import { at } from '../series/at';
import { hourOfWeek } from './hour-of-week';
import type { StoppingModel } from './learn-stopping';
import { normalShare, SPREADS } from './plan-thresholds';

/** Hours of the part of the week that is named to a person. */
const BAND_HOURS = 4;
/** Standard deviations above the usual price that nine prices in ten stay below. */
const NINE_IN_TEN = 1.2816;

/** "Likely Sunday morning, about 9 gwei; at the latest Thursday, at most 40 gwei." */
export interface ExpectedSending {
  /** The four hours in which the rule is most likely to send. */
  likely: { from: string; until: string };
  /** What gas is expected to cost when it sends, gwei. */
  price: number;
  /** The hour in which it sends in any case, ISO 8601. */
  latest: string;
  /** What it costs at most in nine of ten cases, gwei. */
  most: number;
}

/**
 * What waiting will likely come to, if prices vary around the usual ones as the model believes.
 * @param thresholds Of the hours from `from` on (`planThresholds`); the first has been decided: it is waited through.
 */
export function expectSending(
  { shape, level, weights }: StoppingModel,
  thresholds: Float64Array,
  from: Hour,
): ExpectedSending {
  const spread = Math.sqrt(
    SPREADS.reduce((sum, one, which) => sum + at(weights, which) * one ** 2, 0),
  );
  const chances = new Float64Array(thresholds.length);
  let [waiting, price, most] = [1, 0, 0];
  for (let ahead = 1; ahead < thresholds.length; ahead++) {
    const usual = Math.exp(at(shape, hourOfWeek(from + ahead)));
    const limit = at(thresholds, ahead);
    const z = (Math.log(limit / usual) + spread ** 2 / 2) / spread;
    const chance = limit === Number.POSITIVE_INFINITY ? 1 : normalShare(z);
    const paid = chance > 0 ? (usual * normalShare(z - spread)) / Math.max(chance, 1e-12) : 0;
    chances[ahead] = waiting * chance;
    price += waiting * chance * paid;
    const dear = usual * Math.exp(NINE_IN_TEN * spread - spread ** 2 / 2);
    most = Math.max(most, Math.min(limit, dear));
    waiting *= 1 - chance;
  }
  const start = likeliestRun(chances);
  const gwei = Math.exp(level);
  return {
    likely: {
      from: dateOfHour(from + start).toISOString(),
      until: dateOfHour(from + start + BAND_HOURS).toISOString(),
    },
    price: price * gwei,
    latest: dateOfHour(from + thresholds.length - 1).toISOString(),
    most: most * gwei,
  };
}

/** Where the four hours begin that hold the most of the chances. */
function likeliestRun(chances: Float64Array): number {
  const starts = Math.max(1, chances.length - BAND_HOURS + 1);
  const sums = Array.from({ length: starts }, (_, start) =>
    chances.subarray(start, start + BAND_HOURS).reduce((sum, chance) => sum + chance, 0),
  );
  return sums.indexOf(Math.max(...sums));
}
