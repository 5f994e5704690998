import { HORIZON, type WeekPath } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import { adaptMisses, conformalReach, type Reach, type SettledPath } from './conformal-reach';

/** Origins that the errors are learned from. */
const MEMORY = 365;
const WANTED_MISSES = 0.2;

/** The path with an 80 % interval calibrated on the errors of earlier forecasts. */
export interface CalibratedPath {
  mid: number[];
  low: number[];
  high: number[];
  spread: number[];
}

/**
 * Walks through forecasts day by day and gives each an 80 % interval learned from those before it.
 * @param paths One per day, oldest first; `undefined` where there was none.
 * @param actualAt The seven log prices after the day of that index, or undefined if not known yet.
 */
export function calibrateIntervals(
  paths: readonly (WeekPath | undefined)[],
  actualAt: (index: number) => readonly number[] | undefined,
): (CalibratedPath | undefined)[] {
  let misses = WANTED_MISSES;
  const settled: SettledPath[] = [];
  const reaches: (Reach | undefined)[] = [];
  return paths.map((path, index) => {
    const before = index - HORIZON;
    const past = paths[before];
    const actual = before >= 0 ? actualAt(before) : undefined;
    if (past && actual) {
      const settling = { mid: past.mid, spread: spreadOf(past), actual };
      settled.push(settling);
      if (settled.length > MEMORY) settled.shift();
      const reach = reaches[before];
      if (reach) misses = adaptMisses(misses, settling, reach);
    }
    if (!path) return undefined;
    const reach = conformalReach(settled, misses);
    reaches[index] = reach;
    const spread = spreadOf(path);
    return {
      mid: path.mid,
      low: path.mid.map((mid, day) => mid - reach.below * at(spread, day)),
      high: path.mid.map((mid, day) => mid + reach.above * at(spread, day)),
      spread,
    };
  });
}

/** The model's own estimate of its uncertainty; without one, that of a mean-reverting random walk. */
function spreadOf({ mid, low, high }: WeekPath): number[] {
  return mid.map((_, day) =>
    low && high ? Math.max(0.05, at(high, day) - at(low, day)) : 0.4 + 0.05 * day,
  );
}
