import { setImmediate } from 'node:timers/promises';
import type { FeeModel, WeekPath } from '@/forecast/models/model';
import { truncate, type DailySeries } from '@/forecast/series/daily-series';
import { fitsOf, type Walk } from './walk';

/** Every day of a walk forecast by one model that uses only the days before. */
export async function walkForward(
  model: FeeModel,
  series: DailySeries,
  walk: Walk,
): Promise<WeekPath[]> {
  const paths: WeekPath[] = [];
  for (const { origin, start, until } of fitsOf(walk, model.refitDays)) {
    const forecaster = await model.fit(truncate(series, origin + 1));
    for (let day = start; day <= until; day++) paths.push(forecaster(truncate(series, day + 1)));
    // So that the processes that train networks meanwhile are given their next one.
    await setImmediate();
  }
  return paths;
}
