import { at } from '../series/at';
import type { DailySeries } from '../series/daily-series';
import { weekdayOf } from '../series/day';
import { weekdayProfile } from '../series/weekday-profile';
import { HORIZON, type FeeModel } from './model';

/** Chosen on a grid of twentieths, on the last two years before each refit. */
const ALPHAS = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);
const FIT_DAYS = 730;
/** Days after which the smoothed level no longer remembers where it began. */
const RUN_IN = 120;

/** Exponential smoothing of the log price less its weekday profile. */
export const smoothing: FeeModel = {
  name: 'smoothing',
  fit(history) {
    const profile = weekdayProfile(history);
    const values = withoutProfile(history, profile).subarray(-FIT_DAYS);
    const alpha = ALPHAS.reduce((best, candidate) =>
      weekAheadError(values, candidate) < weekAheadError(values, best) ? candidate : best,
    );
    return (now) => {
      const fresh = weekdayProfile(now);
      const level = smooth(withoutProfile(now, fresh).subarray(-RUN_IN), alpha);
      const next = now.firstDay + now.logs.length;
      return {
        mid: Array.from({ length: HORIZON }, (_, day) => level + at(fresh, weekdayOf(next + day))),
      };
    };
  },
};

/** The log prices without what the weekday explains. */
export function withoutProfile(
  { firstDay, logs }: DailySeries,
  profile: Float64Array,
): Float64Array {
  return logs.map((log, index) => log - at(profile, weekdayOf(firstDay + index)));
}

function smooth(values: Float64Array, alpha: number): number {
  return values.reduce((level, value) => level + alpha * (value - level));
}

/** Mean absolute error over the seven days after each day, of levels smoothed with `alpha`. */
function weekAheadError(values: Float64Array, alpha: number): number {
  let level = at(values, 0);
  let error = 0;
  for (let index = 0; index + HORIZON < values.length; index++) {
    level += alpha * (at(values, index) - level);
    for (let ahead = 1; ahead <= HORIZON; ahead++) {
      error += Math.abs(at(values, index + ahead) - level);
    }
  }
  return error;
}
