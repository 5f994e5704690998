import { holtWinters } from '@/forecast/models/holt-winters';
import { HORIZON, type FeeModel, type WeekPath } from '@/forecast/models/model';
import { RECENT_RIDGES } from '@/forecast/models/recent-ridge';
import { ridge } from '@/forecast/models/ridge';
import { daysToSunday, nearerWeekendDay } from '@/forecast/models/simple-models';
import { at } from '@/forecast/series/at';
import type { DailySeries } from '@/forecast/series/daily-series';
import { mean } from '@/forecast/series/weekday-profile';

/** The models whose own cheapest day is a candidate. */
export const CANDIDATE_MODELS: readonly FeeModel[] = [ridge, holtWinters, ...RECENT_RIDGES];

/** What a person could go by: two rules of thumb, each model's own cheapest day, and the mean of those that forget. */
export const DAY_CANDIDATES: readonly string[] = [
  'nextSunday',
  'nearerWeekendDay',
  ...CANDIDATE_MODELS.map(({ name }) => name),
  'recentRidges',
];

/**
 * The day that each of `DAY_CANDIDATES` names at the end of a history; 0 is tomorrow.
 * @param paths Of `CANDIDATE_MODELS`; undefined where one knows too little.
 */
export function candidateDays(
  history: DailySeries,
  paths: readonly (WeekPath | undefined)[],
): (number | undefined)[] {
  return [
    daysToSunday(history),
    nearerWeekendDay.advise(history),
    ...paths.map((path) => path && cheapest(path.mid)),
    cheapestOfMean(paths.slice(-RECENT_RIDGES.length)),
  ];
}

function cheapest(mid: readonly number[]): number {
  return mid.indexOf(Math.min(...mid));
}

function cheapestOfMean(paths: readonly (WeekPath | undefined)[]): number | undefined {
  const known = paths.filter((path) => path !== undefined);
  if (known.length < RECENT_RIDGES.length) return undefined;
  const days = Array.from({ length: HORIZON }, (_, day) =>
    mean(known.map(({ mid }) => at(mid, day))),
  );
  return cheapest(days);
}
