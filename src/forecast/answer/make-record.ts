import type { BacktestedForecast } from '@/forecast/scoring/backtested-forecast';
import { isScorable, scoreForecasts } from '@/forecast/scoring/score';
import { HORIZON } from '../models/model';
import { daysToSunday, nearerWeekendDay, nextSaturday } from '../models/simple-models';
import { at } from '../series/at';
import { truncate, type DailySeries } from '../series/daily-series';
import { SIMPLE_RULES, type ForecastContent } from './forecast-content';

/** What a patient reads as "lately". */
const RECENT = 90;
/** Fewer settled forecasts are not meaningful. */
const LEAST = 21;

/** A forecast of the past, log gwei. */
export interface PastForecast {
  point: readonly number[];
  low: readonly number[];
  high: readonly number[];
  advised: number;
}

export type ForecastRecord = NonNullable<ForecastContent['record']>;

/**
 * How forecasts did over the last 90 origins whose weeks have passed.
 * @param forecastAt,simpleAt By origin: the forecast as given, and that of the simple model.
 */
export function makeRecord(
  series: DailySeries,
  forecastAt: (origin: number) => PastForecast | undefined,
  simpleAt: (origin: number) => PastForecast | undefined,
): ForecastRecord | null {
  const last = series.logs.length - 1 - HORIZON;
  const given: BacktestedForecast[] = [];
  const simple: BacktestedForecast[] = [];
  const naive: BacktestedForecast[] = [];
  for (let origin = Math.max(0, last - RECENT + 1); origin <= last; origin++) {
    const [forecast, peer] = [forecastAt(origin), simpleAt(origin)];
    if (!forecast || !peer || !isScorable(series, origin)) continue;
    const today = Array.from({ length: HORIZON }, () => at(series.logs, origin));
    const advised = daysToSunday(truncate(series, origin + 1));
    given.push(inGwei(origin, forecast));
    simple.push(inGwei(origin, peer));
    naive.push(inGwei(origin, { point: today, low: today, high: today, advised }));
  }
  if (given.length < LEAST) return null;
  const [score, simpleScore, naiveScore] = [given, simple, naive].map((forecasts) =>
    scoreForecasts(series, forecasts),
  );
  if (!score || !simpleScore || !naiveScore) return null;
  return {
    origins: given.length,
    errorPercent: score.mape,
    simpleErrorPercent: simpleScore.mape,
    lastValueErrorPercent: naiveScore.mape,
    coveragePercent: score.coverage80,
    savedPercent: score.savingVsRandom,
    sundaySavedPercent: naiveScore.savingVsRandom,
    rules: SIMPLE_RULES.map((name) => {
      const advised = ADVISED_BY[name];
      const forecasts = naive.map((one) => ({
        ...one,
        advised: advised(truncate(series, one.origin + 1)),
      }));
      return { name, savedPercent: scoreForecasts(series, forecasts).savingVsRandom };
    }),
  };
}

const ADVISED_BY: Record<(typeof SIMPLE_RULES)[number], (history: DailySeries) => number> = {
  nextSunday: daysToSunday,
  nextSaturday: (history) => nextSaturday.advise(history),
  nearerWeekendDay: (history) => nearerWeekendDay.advise(history),
  tomorrow: () => 0,
};

function inGwei(origin: number, { point, low, high, advised }: PastForecast): BacktestedForecast {
  const gwei = (logs: readonly number[]): number[] => logs.map((log) => Math.exp(log));
  return { origin, point: gwei(point), low: gwei(low), high: gwei(high), advised };
}
