import { walkChoices, type DayChoice } from '@/forecast/ensemble/choose-day';
import { clearHabit } from '@/forecast/ensemble/clear-habit';
import { CANDIDATE_MODELS, candidateDays } from '@/forecast/ensemble/day-candidates';
import type { ComponentPaths } from '@/forecast/ensemble/combine-paths';
import { networkPath } from '@/forecast/ensemble/learned';
import { actualAt } from '@/forecast/models/actual-at';
import type { WeekPath } from '../models/model';
import { walkForward } from '../models/walk-forward';
import { truncate, type DailySeries } from '../series/daily-series';

/** Days before a model's first fit; until then the next Sunday is the day. */
const FIRST_FIT = 200;

/**
 * The chosen day for every origin from `first` to the end of the series.
 * @param components What was learned forecasts at each of these origins, as far as it does.
 */
export async function walkCandidates(
  series: DailySeries,
  first: number,
  components: readonly (ComponentPaths | undefined)[],
): Promise<(DayChoice | undefined)[]> {
  const last = series.logs.length - 1;
  const start = Math.max(first, FIRST_FIT);
  const walked: WeekPath[][] = [];
  if (start <= last) {
    const walk = { firstDay: series.firstDay, first: start, from: start, last };
    for (const model of CANDIDATE_MODELS) walked.push(await walkForward(model, series, walk));
  }
  const named = Array.from({ length: last - first + 1 }, (_, index) =>
    candidateDays(
      truncate(series, first + index + 1),
      CANDIDATE_MODELS.map((__, which) => walked[which]?.[first + index - start]),
      networkPath(components[index]),
    ),
  );
  return walkChoices(
    named,
    (index) => actualAt(series, first + index),
    (index) => clearHabit(truncate(series, first + index + 1)),
  );
}
