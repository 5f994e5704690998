import { HORIZON, type FeeModel, type WeekPath } from '@/forecast/models/model';
import { RECENT_RIDGES } from '@/forecast/models/recent-ridge';
import { ridge } from '@/forecast/models/ridge';
import { daysToSunday } from '@/forecast/models/simple-models';
import { at } from '@/forecast/series/at';
import type { DailySeries } from '@/forecast/series/daily-series';
import { mean } from '@/forecast/series/weekday-profile';

/** The models that are fitted only to name days. */
export const CANDIDATE_MODELS: readonly FeeModel[] = [ridge, ...RECENT_RIDGES];

/**
 * The day that each candidate names at the end of a history; 0 is tomorrow. They are the cheapest days of the ridge
 * regression that never forgets, of the mean of those that forget, of the mean of all these, and of the networks.
 * Before any of them knows enough, all name the next Sunday.
 * @param paths Of `CANDIDATE_MODELS`; undefined where one knows too little.
 * @param network Of the networks; undefined while none was trained.
 */
export function candidateDays(
  history: DailySeries,
  paths: readonly (WeekPath | undefined)[],
  network: WeekPath | undefined,
): (number | undefined)[] {
  const known = paths.filter((path) => path !== undefined);
  const [lasting, ...recent] = known.length === CANDIDATE_MODELS.length ? known : [];
  const named = [lasting && [lasting], lasting && recent, lasting && known, network && [network]];
  if (named.every((one) => one === undefined)) return named.map(() => daysToSunday(history));
  return named.map((one) => one && cheapestOfMean(one));
}

function cheapestOfMean(paths: readonly WeekPath[]): number {
  const days = Array.from({ length: HORIZON }, (_, day) =>
    mean(paths.map(({ mid }) => at(mid, day))),
  );
  return days.indexOf(Math.min(...days));
}
