import type { FeeModel, Forecaster, WeekPath } from '../models/model';
import { truncate, type DailySeries } from '../series/daily-series';
import { refitAt, type Walk } from './walk';

/** Every day of a walk forecast by one model that knows only what came before. */
export async function walkForward(
  model: FeeModel,
  series: DailySeries,
  walk: Walk,
): Promise<WeekPath[]> {
  const paths: WeekPath[] = [];
  let forecaster: Forecaster | undefined;
  for (let origin = walk.first; origin <= walk.last; origin++) {
    const history = truncate(series, origin + 1);
    if (forecaster === undefined || refitAt(walk, origin)) forecaster = await model.fit(history);
    paths.push(forecaster(history));
  }
  return paths;
}
