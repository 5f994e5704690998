import { HORIZON } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import type { DailySeries } from '@/forecast/series/daily-series';
import { mean } from '@/forecast/series/weekday-profile';
import type { BacktestedForecast } from './backtested-forecast';

/** How one model did over many origins; percentages from 0 to 100. */
export type Score = {
  mape: number;
  mapeMedian: number;
  smape: number;
  mase: number;
  /** Share of days inside the 80 % interval. */
  coverage80: number;
  /** Mean width of the 80 % interval, in per cent of the forecast. */
  width80: number;
  savingVsToday: number;
  savingVsRandom: number;
  captured: number;
};

/** Days before an origin whose weekly naive error is the yardstick of MASE. */
const MASE_DAYS = 365;

/** Whether an origin can be scored: it and the seven days after it were all measured. */
export function isScorable({ measured }: DailySeries, origin: number): boolean {
  const span = measured.subarray(origin, origin + HORIZON + 1);
  return span.length === HORIZON + 1 && span.every((gwei) => !Number.isNaN(gwei));
}

/** @param forecasts One per origin, all scorable. */
export function scoreForecasts(
  series: DailySeries,
  forecasts: readonly BacktestedForecast[],
): Score {
  const each = forecasts.map((forecast) => {
    const today = at(series.measured, forecast.origin);
    const prices = series.measured.subarray(forecast.origin + 1, forecast.origin + 1 + HORIZON);
    const errors = forecast.point.map((point, day) => Math.abs(point - at(prices, day)));
    const chosen = at(prices, forecast.advised);
    return {
      ape: mean(errors.map((error, day) => error / at(prices, day))),
      sape: mean(errors.map((e, day) => (2 * e) / (at(prices, day) + at(forecast.point, day)))),
      ase: mean(errors) / weeklyNaiveError(series, forecast.origin),
      covered: mean(
        Array.from(prices, (gwei, day) =>
          gwei >= at(forecast.low, day) && gwei <= at(forecast.high, day) ? 1 : 0,
        ),
      ),
      width: mean(
        forecast.point.map(
          (point, day) => (at(forecast.high, day) - at(forecast.low, day)) / point,
        ),
      ),
      vsToday: 1 - chosen / today,
      vsRandom: 1 - chosen / mean(prices),
      gained: mean(prices) - chosen,
      possible: mean(prices) - Math.min(...prices),
    };
  });
  const average = (pick: (one: (typeof each)[number]) => number): number => mean(each.map(pick));
  return {
    mape: 100 * average(({ ape }) => ape),
    mapeMedian: 100 * median(each.map(({ ape }) => ape)),
    smape: 100 * average(({ sape }) => sape),
    mase: average(({ ase }) => ase),
    coverage80: 100 * average(({ covered }) => covered),
    width80: 100 * average(({ width }) => width),
    savingVsToday: 100 * average(({ vsToday }) => vsToday),
    savingVsRandom: 100 * average(({ vsRandom }) => vsRandom),
    captured: (100 * average(({ gained }) => gained)) / average(({ possible }) => possible),
  };
}

/** @returns NaN for no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? at(sorted, half) : (at(sorted, half - 1) + at(sorted, half)) / 2;
}

/** Mean absolute difference of a day and the same weekday before, over the year up to an origin. */
function weeklyNaiveError({ measured }: DailySeries, origin: number): number {
  const differences: number[] = [];
  for (let day = Math.max(7, origin - MASE_DAYS + 1); day <= origin; day++) {
    const difference = Math.abs(at(measured, day) - at(measured, day - 7));
    if (!Number.isNaN(difference)) differences.push(difference);
  }
  return mean(differences);
}
