import { gradientBoosting } from '@/forecast/models/gradient-boosting';
import { holtWinters } from '@/forecast/models/holt-winters';
import { HORIZON, type FeeModel, type WeekPath } from '@/forecast/models/model';
import { RECENT_RIDGES } from '@/forecast/models/recent-ridge';
import { ridge } from '@/forecast/models/ridge';
import {
  lastValue,
  nearerWeekendDay,
  nextSaturday,
  nextSunday,
  sameWeekday,
  weekMean,
} from '@/forecast/models/simple-models';
import { smoothing } from '@/forecast/models/smoothing';
import { calibrateIntervals } from '@/forecast/ensemble/calibrate-intervals';
import { walkChoices } from '@/forecast/ensemble/choose-day';
import { clearHabit } from '@/forecast/ensemble/clear-habit';
import { CANDIDATE_MODELS, candidateDays } from '@/forecast/ensemble/day-candidates';
import { walkProduct } from '@/forecast/ensemble/walk-ensemble';
import { actualAt } from '@/forecast/models/actual-at';
import { truncate, type DailySeries } from '@/forecast/series/daily-series';
import type { BacktestedForecast } from '@/forecast/scoring/backtested-forecast';
import { isScorable, scoreForecasts, type Score } from '@/forecast/scoring/score';
import { SECOND_MS } from '@/platform/time/durations';
import type { Walk } from '@/forecast/models/walk';
import { walkForward } from '@/forecast/models/walk-forward';
import { walkLstm } from './walk-lstm';
import { walkPaper } from './walk-paper';
import type { WeightsCache } from './weights-cache';

const PEERS: readonly FeeModel[] = [
  lastValue,
  weekMean,
  sameWeekday,
  nextSunday,
  nextSaturday,
  nearerWeekendDay,
  smoothing,
  holtWinters,
  ridge,
  ...RECENT_RIDGES,
  gradientBoosting,
];
/** The names of the models that can be backtested. */
export const MODEL_NAMES: readonly string[] = [
  'product',
  ...PEERS.map(({ name }) => name),
  'lstm',
  'paper2023',
];
/** What the product's forecast is made of. */
const COMPONENTS = ['lstm', 'gradientBoosting'];
/** What its choice of the day is made of, beside the networks. */
const CHOOSERS = CANDIDATE_MODELS.map(({ name }) => name);

/** Days before the first scored origin from which weights, shifts and intervals are calibrated, if there are as many. */
const RUN_IN = 372;
const LEAST_RUN_IN = 100;
/** Days that the first fit sees, likewise: a year shows the weekdays best. */
const FIRST_FIT = 364;
const LEAST_FIRST_FIT = 200;

export interface BacktestResult {
  origins: number;
  models: Record<string, Score>;
}

/**
 * Walks over the days between two indices and scores every model asked for.
 * @param names Of `MODEL_NAMES`.
 * @param onProgress Receives a line after each step.
 * @throws RangeError when there is too little history or nothing to score.
 */
export async function runBacktest(
  series: DailySeries,
  { from, to }: { from: number; to: number },
  {
    names,
    cache,
    onProgress,
  }: { names: readonly string[]; cache: WeightsCache; onProgress: (line: string) => void },
): Promise<BacktestResult> {
  const walk = planWalk(series, from, to);
  const origins = Array.from({ length: walk.last - from + 1 }, (_, day) => from + day).filter(
    (origin) => isScorable(series, origin),
  );
  if (origins.length === 0) throw new RangeError('no day between the two can be scored');
  const needed = new Set(
    names.includes('product') ? [...names, ...COMPONENTS, ...CHOOSERS] : names,
  );
  const walked = new Map<string, WeekPath[]>();
  // The networks are trained by other processes; the rest is computed by this one meanwhile.
  const lstm = needed.has('lstm')
    ? timed('lstm', onProgress, () => walkLstm(series, walk, cache, onProgress))
    : undefined;
  const others = async (): Promise<void> => {
    for (const model of PEERS) {
      if (!needed.has(model.name)) continue;
      const paths = await timed(model.name, onProgress, () => walkForward(model, series, walk));
      walked.set(model.name, paths);
    }
    if (!needed.has('paper2023')) return;
    walked.set(
      'paper2023',
      await timed('paper2023', onProgress, () => walkPaper(series, walk, onProgress)),
    );
  };
  const [networks] = await Promise.all([lstm, others()]);
  if (networks) walked.set('lstm', networks);
  const models: Record<string, Score> = {};
  for (const name of names) {
    const forecasts =
      name === 'product'
        ? lookUpProduct(series, walk, walked)
        : lookUpPeer(series, walk, walked, name);
    models[name] = scoreForecasts(
      series,
      origins.map((origin) => forecasts(origin)),
    );
  }
  return { origins: origins.length, models };
}

/** Reports how long a model took, on a machine that computes others at the same time. */
async function timed<T>(
  name: string,
  onProgress: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const started = Date.now();
  const result = await work();
  onProgress(`${name}: done in ${((Date.now() - started) / SECOND_MS).toFixed(1)} s`);
  return result;
}

function planWalk(series: DailySeries, from: number, to: number): Walk {
  const last = Math.min(to, series.logs.length - 1 - HORIZON);
  if (from < LEAST_FIRST_FIT + LEAST_RUN_IN || last < from) {
    throw new RangeError(
      `a backtest needs ${LEAST_FIRST_FIT + LEAST_RUN_IN} days before the first origin (better ${FIRST_FIT + RUN_IN}) and ${HORIZON} after the last`,
    );
  }
  const first = Math.max(from - RUN_IN, Math.min(FIRST_FIT, from - LEAST_RUN_IN));
  return { firstDay: series.firstDay, first, from, last };
}

type Lookup = (origin: number) => BacktestedForecast;

function lookUpProduct(
  series: DailySeries,
  walk: Walk,
  walked: ReadonlyMap<string, readonly WeekPath[]>,
): Lookup {
  const parts = COMPONENTS.map((name) => walked.get(name) ?? []);
  const days = Array.from({ length: walk.last - walk.first + 1 }, (_, index) =>
    parts.flatMap((paths) => paths[index] ?? []),
  );
  const settledAt = (index: number) => actualAt(series, walk.first + index);
  const forecasts = walkProduct(days, settledAt);
  const choosers = CHOOSERS.map((name) => walked.get(name) ?? []);
  const choices = walkChoices(
    days.map((_, index) =>
      candidateDays(
        truncate(series, walk.first + index + 1),
        choosers.map((paths) => paths[index]),
        walked.get('lstm')?.[index],
      ),
    ),
    settledAt,
    (index) => clearHabit(truncate(series, walk.first + index + 1)),
  );
  return (origin) => {
    const forecast = forecasts[origin - walk.first];
    const advised = choices[origin - walk.first]?.day;
    if (!forecast || advised === undefined) throw new RangeError(`no forecast on ${origin}`);
    const { point, low, high } = forecast;
    return { origin, point: gwei(point), low: gwei(low), high: gwei(high), advised };
  };
}

function lookUpPeer(
  series: DailySeries,
  walk: Walk,
  walked: ReadonlyMap<string, readonly WeekPath[]>,
  name: string,
): Lookup {
  const paths = calibrateIntervals(walked.get(name) ?? [], (index) =>
    actualAt(series, walk.first + index),
  );
  const rule = PEERS.find((model) => model.name === name)?.advise;
  return (origin) => {
    const path = paths[origin - walk.first];
    if (!path) throw new RangeError(`no forecast on ${origin}`);
    const { mid, low, high } = path;
    const advised = rule?.(truncate(series, origin + 1)) ?? mid.indexOf(Math.min(...mid));
    return { origin, point: gwei(mid), low: gwei(low), high: gwei(high), advised };
  };
}

function gwei(logs: readonly number[]): number[] {
  return logs.map((log) => Math.exp(log));
}
