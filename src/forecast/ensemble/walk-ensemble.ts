import { HORIZON } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import { pointShift } from './calibrate-point';
import { combinePaths, type ComponentPaths } from './combine-paths';
import type { SettledPath } from './conformal-reach';
import { calibrateIntervals } from './calibrate-intervals';

const MEMORY = 365;

/** The product's forecast on one day, in log gwei. */
export interface ProductForecast {
  /** The point: best by mean absolute percentage error. */
  point: number[];
  /** Median and 80 % interval. */
  mid: number[];
  low: number[];
  high: number[];
}

/**
 * The product, day after day: its components combined and calibrated by what had settled before
 * each day, never by what came after it.
 * @param days The components' forecasts, one entry per day, oldest first.
 * @param actualAt The seven log prices after the day of that index, or undefined if not known yet.
 */
export function walkProduct(
  days: readonly (ComponentPaths | undefined)[],
  actualAt: (index: number) => readonly number[] | undefined,
): (ProductForecast | undefined)[] {
  const paths = calibrateIntervals(combinePaths(days, actualAt), actualAt);
  const settled: SettledPath[] = [];
  let shift: number | undefined;
  return paths.map((path, index) => {
    const before = index - HORIZON;
    const past = paths[before];
    const actual = past && actualAt(before);
    if (actual) {
      settled.push({ mid: past.mid, spread: past.spread, actual });
      if (settled.length > MEMORY) settled.shift();
    }
    if (!path) return undefined;
    // It moves slowly: once a week is often enough.
    if (index % HORIZON === 0 || shift === undefined) shift = pointShift(settled);
    const below = shift;
    return {
      point: path.mid.map((mid, day) => mid - below * at(path.spread, day)),
      mid: path.mid,
      low: path.low,
      high: path.high,
    };
  });
}
