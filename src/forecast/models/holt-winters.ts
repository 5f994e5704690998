import { at } from '../series/at';
import type { DailySeries } from '../series/daily-series';
import { weekdayOf } from '../series/day';
import { weekdayProfile } from '../series/weekday-profile';
import { HORIZON, type FeeModel, type WeekPath } from './model';

interface Smoothing {
  level: number;
  trend: number;
  season: number;
  damping: number;
}

const FIT_DAYS = 730;
const GRID: readonly Smoothing[] = [0.2, 0.35, 0.5, 0.65].flatMap((level) =>
  [0, 0.02, 0.08].flatMap((trend) =>
    [0.03, 0.08, 0.15].flatMap((season) =>
      [0.8, 0.95].map((damping) => ({ level, trend, season, damping })),
    ),
  ),
);

/** Holt-Winters with an additive week and a damped trend, on logs. */
export const holtWinters: FeeModel = {
  name: 'holtWinters',
  fit(history) {
    const errors = GRID.map((smoothing) => run(history, smoothing).error);
    const best = GRID[errors.indexOf(Math.min(...errors))];
    if (best === undefined) throw new RangeError('no smoothing fits the history');
    return (now) => run(now, best).path;
  },
};

function run(history: DailySeries, by: Smoothing): { path: WeekPath; error: number } {
  const skip = Math.max(0, history.logs.length - FIT_DAYS);
  const logs = history.logs.subarray(skip);
  const firstDay = history.firstDay + skip;
  const season = weekdayProfile({ ...history, firstDay, logs: logs.subarray(0, 364) });
  let level = at(logs, 0) - at(season, weekdayOf(firstDay));
  let trend = 0;
  let error = 0;
  const ahead = (index: number, steps: number): number => {
    const slope = (trend * by.damping * (1 - by.damping ** steps)) / (1 - by.damping);
    return level + slope + at(season, weekdayOf(firstDay + index + steps));
  };
  for (let index = 0; index < logs.length; index++) {
    const weekday = weekdayOf(firstDay + index);
    const value = at(logs, index);
    const before = level;
    const drift = by.damping * trend;
    level = by.level * (value - at(season, weekday)) + (1 - by.level) * (before + drift);
    trend = by.trend * (level - before) + (1 - by.trend) * drift;
    season[weekday] = by.season * (value - level) + (1 - by.season) * at(season, weekday);
    // Every third day is enough to compare the settings.
    if (index % 3 !== 0 || index + HORIZON >= logs.length) continue;
    for (let steps = 1; steps <= HORIZON; steps++) {
      error += Math.abs(at(logs, index + steps) - ahead(index, steps));
    }
  }
  const days = Array.from({ length: HORIZON }, (_, day) => ahead(logs.length - 1, day + 1));
  return { path: { mid: days }, error };
}
