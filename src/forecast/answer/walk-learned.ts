import { HORIZON } from '../models/model';
import type { ComponentPaths } from '@/forecast/ensemble/combine-paths';
import { askLearned } from '@/forecast/ensemble/learned';
import { truncate, type DailySeries } from '../series/daily-series';
import type { Day } from '../series/day';
import type { StoredModel } from '../store/read-learned';
import { readPaths, savePaths } from '../store/stored-paths';

/**
 * What networks and trees forecast at every origin from `first` to the end of the series: as on the day where that
 * was kept, else (the worker was down) by the model of today.
 */
export async function walkLearned(
  chainId: number,
  model: StoredModel,
  series: DailySeries,
  first: number,
): Promise<(ComponentPaths | undefined)[]> {
  const stored = await readPaths(chainId, series.firstDay + first);
  const origins = Array.from({ length: series.logs.length - first }, (_, index) => first + index);
  // A model must not be scored on days that it was trained on.
  const missing = origins.filter((origin) => {
    const day = series.firstDay + origin;
    return !stored.has(day) && day >= model.learnedTo + HORIZON;
  });
  const paths = await askLearned(
    model,
    missing.map((origin) => truncate(series, origin + 1)),
  );
  const fresh = new Map<Day, ComponentPaths>();
  missing.forEach((origin, index) => {
    const components = paths[index];
    if (components) fresh.set(series.firstDay + origin, components);
  });
  await savePaths(chainId, fresh);
  return origins.map((origin) => {
    const day = series.firstDay + origin;
    return fresh.get(day) ?? stored.get(day);
  });
}
