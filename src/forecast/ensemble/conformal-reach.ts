import { HORIZON } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';

/** A forecast of the past with what really followed, in log gwei. */
export interface SettledPath {
  mid: readonly number[];
  /** How unsure the model was of each day; any positive scale. */
  spread: readonly number[];
  actual: readonly number[];
}

const MISSES = 0.2;
/** How fast the wanted share of misses follows the misses seen (adaptive conformal inference). */
const STEP = 0.02;
const LEAST_MISSES = 0.04;
const MOST_MISSES = 0.4;

/** How many spreads below and above the middle the 80 % interval reaches. */
export interface Reach {
  below: number;
  above: number;
}

/**
 * Split-conformal reach from the errors of the past, each measured in the spread of its day.
 * @param settled Oldest first; their weeks have passed.
 * @param misses Wanted share of days outside.
 */
export function conformalReach(settled: readonly SettledPath[], misses: number): Reach {
  const scores = Float64Array.from(
    settled.flatMap(({ mid, spread, actual }) =>
      actual.map((log, day) => (log - at(mid, day)) / at(spread, day)),
    ),
  ).sort();
  if (scores.length === 0) return { below: 1, above: 1 };
  const quantile = (share: number): number =>
    at(scores, Math.min(scores.length - 1, Math.max(0, Math.floor(share * scores.length))));
  return { below: -quantile(misses / 2), above: quantile(1 - misses / 2) };
}

/**
 * The share of misses to ask for next, so that in the long run one day in five is missed whatever
 * the market does (Gibbs and Candès 2021).
 */
export function adaptMisses(misses: number, settled: SettledPath, reach: Reach): number {
  const { mid, spread, actual } = settled;
  const missed = actual.filter((log, day) => {
    const error = (log - at(mid, day)) / at(spread, day);
    return error < -reach.below || error > reach.above;
  }).length;
  const next = misses + STEP * (MISSES - missed / HORIZON);
  return Math.min(MOST_MISSES, Math.max(LEAST_MISSES, next));
}
