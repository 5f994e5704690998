import { HORIZON } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import { adviseDay, chooseRule, type AdviceRule, type SettledAdvice } from './advise-day';
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
  rule: AdviceRule;
  /** The advised day; 0 is tomorrow. */
  advised: number;
}

/**
 * The product, day after day: its components combined and calibrated by what had settled before
 * each day, never by what came after it.
 * @param days The components' forecasts, one entry per day, oldest first.
 * @param actualAt The seven log prices after the day of that index, or undefined if not known yet.
 * @param sundayAt How many days after tomorrow Sunday is, for the day of that index.
 */
export function walkProduct(
  days: readonly (ComponentPaths | undefined)[],
  actualAt: (index: number) => readonly number[] | undefined,
  sundayAt: (index: number) => number,
): (ProductForecast | undefined)[] {
  const paths = calibrateIntervals(combinePaths(days, actualAt), actualAt);
  const settled: SettledPath[] = [];
  const advices: SettledAdvice[] = [];
  let shift: number | undefined;
  return paths.map((path, index) => {
    const before = index - HORIZON;
    const past = paths[before];
    const actual = past && actualAt(before);
    if (actual) {
      const model = past.mid.indexOf(Math.min(...past.mid));
      advices.push({ model, sunday: sundayAt(before), actual });
      settled.push({ mid: past.mid, spread: past.spread, actual });
      if (settled.length > MEMORY) settled.shift();
    }
    if (!path) return undefined;
    // It moves slowly: once a week is often enough.
    if (index % HORIZON === 0 || shift === undefined) shift = pointShift(settled);
    const below = shift;
    const rule = chooseRule(advices);
    return {
      point: path.mid.map((mid, day) => mid - below * at(path.spread, day)),
      mid: path.mid,
      low: path.low,
      high: path.high,
      rule,
      advised: adviseDay(rule, path.mid, sundayAt(index)),
    };
  });
}
