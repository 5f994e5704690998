import { at } from '@/forecast/series/at';
import type { SettledPath } from './conformal-reach';

const STEPS = Array.from({ length: 31 }, (_, index) => index / 50 - 0.1);

/**
 * How many spreads below the median the forecast is best, measured by the mean absolute percentage
 * error: overshooting a cheap day costs more per cent than missing an expensive one, so the best point
 * lies below the median, the further the less sure one is.
 * @returns 0 without a past.
 */
export function pointShift(settled: readonly SettledPath[]): number {
  const loss = (shift: number): number =>
    settled.reduce(
      (sum, { mid, spread, actual }) =>
        sum +
        actual.reduce(
          (part, log, day) =>
            part + Math.abs(Math.exp(at(mid, day) - shift * at(spread, day) - log) - 1),
          0,
        ),
      0,
    );
  if (settled.length === 0) return 0;
  const losses = STEPS.map(loss);
  return at(STEPS, losses.indexOf(Math.min(...losses)));
}
