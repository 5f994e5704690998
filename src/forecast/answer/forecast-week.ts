import { daysToSunday } from '../models/simple-models';
import type { AdviceRule } from '@/forecast/ensemble/choose-day';
import { walkProduct } from '@/forecast/ensemble/walk-ensemble';
import { actualAt } from '../models/actual-at';
import type { DailySeries } from '../series/daily-series';
import type { StoredModel } from '../store/read-learned';
import { makeRecord, type ForecastRecord, type PastForecast } from './make-record';
import { walkCandidates } from './walk-candidates';
import { walkLearned } from './walk-learned';
import { walkSmoothing } from './walk-peers';

/** As much past as weights, shifts and intervals are learned from. */
const RUN_IN = 372;
/** Before this the weekday profile is too uncertain. */
const FIRST_ORIGIN = 35;
/** Of the newest ten weeks, as many days must have been measured. */
const RECENT = 70;
const LEAST_RECENT = 60;

function measuredOf(days: Float64Array): number {
  return days.filter((gwei) => !Number.isNaN(gwei)).length;
}

/** The week after the end of a series, log gwei, and how such forecasts did of late. */
export interface WeekForecast extends PastForecast {
  mid: readonly number[];
  rule: AdviceRule;
  model: 'product' | 'smoothing';
  record: ForecastRecord | null;
}

/**
 * Forecasts with what was learned, or with the simple model while nothing was or while it errs less.
 * @returns undefined with too little history.
 */
export async function forecastWeek(
  chainId: number,
  series: DailySeries,
  model: StoredModel | undefined,
): Promise<WeekForecast | undefined> {
  const first = Math.max(FIRST_ORIGIN, series.logs.length - RUN_IN);
  const last = series.logs.length - 1;
  if (last < first + FIRST_ORIGIN || measuredOf(series.measured.subarray(-RECENT)) < LEAST_RECENT) {
    return undefined;
  }
  const components = (model && (await walkLearned(chainId, model, series, first))) ?? [];
  const chosen = await walkCandidates(series, first, components);
  const advisedAt = (origin: number): number | undefined => chosen[origin - first]?.day;
  const smoothed = await walkSmoothing(series, first);
  const simpleAt = (origin: number) => {
    const [path, advised] = [smoothed[origin - first], advisedAt(origin)];
    return path && advised !== undefined ? { ...path, point: path.mid, advised } : undefined;
  };
  const learned = walkProduct(components, (index) => actualAt(series, first + index));
  const learnedAt = (origin: number) => {
    const [forecast, advised] = [learned[origin - first], advisedAt(origin)];
    return forecast && advised !== undefined ? { ...forecast, advised } : undefined;
  };
  const [simple, product] = [simpleAt(last), learnedAt(last)];
  const rule = advisedAt(last) === daysToSunday(series) ? 'sunday' : 'model';
  const record = product ? makeRecord(series, learnedAt, simpleAt) : null;
  if (product && (record === null || record.errorPercent <= record.simpleErrorPercent)) {
    return { ...product, rule, model: 'product', record };
  }
  return (
    simple && {
      ...simple,
      rule,
      model: 'smoothing',
      record: makeRecord(series, simpleAt, simpleAt),
    }
  );
}
