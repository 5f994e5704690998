import type { WeekPath } from '../models/model';
import { smoothing } from '../models/smoothing';
import { calibrateIntervals, type CalibratedPath } from '@/forecast/ensemble/calibrate-intervals';
import { actualAt } from '@/forecast/models/actual-at';
import { truncate, type DailySeries } from '../series/daily-series';

const REFIT_DAYS = 30;

/** The simple model with calibrated intervals, for every origin from `first` to the end of the series. */
export async function walkSmoothing(
  series: DailySeries,
  first: number,
): Promise<(CalibratedPath | undefined)[]> {
  const paths: WeekPath[] = [];
  let forecaster = await smoothing.fit(truncate(series, first + 1));
  for (let origin = first; origin < series.logs.length; origin++) {
    const history = truncate(series, origin + 1);
    if ((origin - first) % REFIT_DAYS === 0) forecaster = await smoothing.fit(history);
    paths.push(forecaster(history));
  }
  return calibrateIntervals(paths, (index) => actualAt(series, first + index));
}
