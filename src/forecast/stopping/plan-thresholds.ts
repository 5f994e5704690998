import type { Hour } from '../hours/hourly-series';
import { at } from '../series/at';
import { hourOfWeek } from './hour-of-week';

/**
 * Standard deviations of an hour's log price around its usual one that are believed possible. Which of them wait for
 * the right price is learned (`learnStopping`): measured ones are too large, because prices stay high for hours.
 */
export const SPREADS: readonly number[] = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4];
/**
 * Never waits for less than this share of the cheapest usual price of the hours left: with too large a spread the
 * rule would otherwise wait until the deadline for a price that never comes.
 */
const LEAST_SHARE = 0.75;

/**
 * The price up to which each hour is taken, by backward induction: V(k) = E[min(price, V(k + 1))], with log-normal
 * prices around the usual ones, so that the threshold rises towards the deadline where no cheap hours are left
 * (optimal stopping with full information and a finite horizon: Chow, Robbins and Siegmund 1971, Great Expectations;
 * Ferguson, Optimal Stopping and Applications, chapter 2).
 * @param shape What each hour of the week usually costs, log, relative to the level (`weekShape`).
 * @param weights Of each of `SPREADS`; they sum to 1.
 * @param from The first hour.
 * @param hours How many there are until the deadline.
 * @returns shares of the level, one an hour; the last is Infinity, since it is always taken
 */
export function planThresholds(
  shape: ArrayLike<number>,
  weights: ArrayLike<number>,
  from: Hour,
  hours: number,
): Float64Array {
  const usual = Float64Array.from({ length: hours }, (_, ahead) =>
    Math.exp(at(shape, hourOfWeek(from + ahead))),
  );
  const thresholds = new Float64Array(hours);
  SPREADS.forEach((spread, which) => {
    const weight = at(weights, which);
    thresholdsOf(usual, spread).forEach((threshold, ahead) => {
      thresholds[ahead] = at(thresholds, ahead) + weight * threshold;
    });
  });
  return thresholds;
}

/** The thresholds if one spread were the true one. */
export function thresholdsOf(usual: Float64Array, spread: number): Float64Array {
  const thresholds = new Float64Array(usual.length).fill(Number.POSITIVE_INFINITY);
  let worth = Number.POSITIVE_INFINITY;
  let cheapest = Number.POSITIVE_INFINITY;
  for (let ahead = usual.length - 2; ahead >= 0; ahead--) {
    const next = at(usual, ahead + 1);
    worth = expectedLess(next, worth, spread);
    cheapest = Math.min(cheapest, next);
    thresholds[ahead] = Math.max(worth, LEAST_SHARE * cheapest);
  }
  return thresholds;
}

/** E[min(X, limit)] of a log-normal X with this mean and spread. */
function expectedLess(usual: number, limit: number, spread: number): number {
  if (limit === Number.POSITIVE_INFINITY) return usual;
  const z = (Math.log(limit / usual) + spread ** 2 / 2) / spread;
  return usual * normalShare(z - spread) + limit * (1 - normalShare(z));
}

/** The standard normal distribution function, to 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z > 0 ? 1 - tail : tail;
}
