import { HOURS_PER_WEEK, type HourlySeries } from '@/forecast/hours/hourly-series';
import { at } from '@/forecast/series/at';
import { mean } from '@/forecast/series/weekday-profile';
import { hourOfWeek } from '@/forecast/stopping/hour-of-week';
import { learnStopping } from '@/forecast/stopping/learn-stopping';
import { planThresholds } from '@/forecast/stopping/plan-thresholds';
import { replayHours, waitedPrice, type Replay } from '@/forecast/stopping/replay-hours';
import type { ScoredWeek } from './run-hourly-backtest';

/**
 * What the stopping rule saves: at every origin it knows the hours up to it, and then sees one hour after the other.
 * What it learned is not renewed while it waits; only the level is followed.
 * @param weeks The origins that can be scored.
 * @param onProgress Receives a line now and then.
 * @returns per cent less than a random hour of the next 168, on average
 */
export function runStoppingBacktest(
  series: HourlySeries,
  weeks: readonly ScoredWeek[],
  onProgress: (line: string) => void,
): number {
  const replays = new Map<number, Replay | undefined>();
  const replayAt = (origin: number): Replay | undefined => {
    if (!replays.has(origin)) replays.set(origin, replayHours(series, origin));
    return replays.get(origin);
  };
  const savings = weeks.map(({ origin, mean: average, now }, index) => {
    if (index % 1_000 === 0) onProgress(`stopping: ${index} of ${weeks.length} hours`);
    const model = learnStopping(series, origin + 1, replayAt);
    // Without a model the relayer does not wait.
    if (!model) return 1 - now / average;
    const next = series.gwei.subarray(origin + 1, origin + 1 + HOURS_PER_WEEK);
    const usual = Float64Array.from(next, (_, ahead) =>
      Math.exp(at(model.shape, hourOfWeek(model.from + ahead))),
    );
    const thresholds = planThresholds(model.shape, model.weights, model.from, HOURS_PER_WEEK);
    return 1 - waitedPrice(next, thresholds, usual, model.level) / average;
  });
  return 100 * mean(savings);
}
