import { HORIZON, type WeekPath } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import { mean } from '@/forecast/series/weekday-profile';

/** Origins over which the components are compared. */
const MEMORY = 180;
/** How strongly a component that errs less counts more. */
const PREFERENCE = 8;

/** One day's forecasts by each component of the product. */
export type ComponentPaths = readonly WeekPath[];

/**
 * The weighted mean of the components, day by day; those that erred less in the last half year
 * weigh more.
 * @param days One entry per day, oldest first, the components always in the same order.
 * @param actualAt The seven log prices after the day of that index, or undefined if not known yet.
 */
export function combinePaths(
  days: readonly (ComponentPaths | undefined)[],
  actualAt: (index: number) => readonly number[] | undefined,
): (WeekPath | undefined)[] {
  const errors: number[][] = [];
  return days.map((components, index) => {
    const past = days[index - HORIZON];
    const actual = past && actualAt(index - HORIZON);
    if (actual) {
      errors.push(
        past.map(({ mid }) => mean(mid.map((log, day) => Math.abs(log - at(actual, day))))),
      );
      if (errors.length > MEMORY) errors.shift();
    }
    return components && weighted(components, weightsOf(errors, components.length));
  });
}

function weightsOf(errors: readonly (readonly number[])[], count: number): number[] {
  const losses = Array.from({ length: count }, (_, which) =>
    errors.length === 0 ? 1 : mean(errors.map((error) => at(error, which))),
  );
  const raw = losses.map((loss) => (Math.min(...losses) / Math.max(loss, 1e-9)) ** PREFERENCE);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/** Only some components have quantiles; those move along with the mean. */
function weighted(components: ComponentPaths, weights: readonly number[]): WeekPath {
  const mid = Array.from({ length: HORIZON }, (_, day) =>
    components.reduce((sum, path, which) => sum + at(weights, which) * at(path.mid, day), 0),
  );
  const unsure = components.find(({ low, high }) => low && high);
  if (!unsure?.low || !unsure.high) return { mid };
  const { low, high } = unsure;
  return {
    mid,
    low: mid.map((log, day) => log + at(low, day) - at(unsure.mid, day)),
    high: mid.map((log, day) => log + at(high, day) - at(unsure.mid, day)),
  };
}
