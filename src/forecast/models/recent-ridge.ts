import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { at } from '../series/at';
import type { DailySeries } from '../series/daily-series';
import { weekdayOf } from '../series/day';
import { mean } from '../series/weekday-profile';
import { HORIZON, type FeeModel } from './model';
import { LAGS, TRAIN_DAYS } from './window';

const WEEK = 7;
/** Days of the past that are inputs one by one. */
const SHORT_LAGS = 14;
/** Beyond this (log) an input counts no more. */
const MOST_INPUT = 1.5;
/** Beyond this (log) a day counts no more: one panic on a Sunday shall not decide about all Sundays. */
const MOST_TARGET = 0.8;
const WIDTH = WEEK + SHORT_LAGS + 2;
const PENALTY = 10;
/** Weekdays are what is looked for: they are shrunk less. */
const WEEKDAY_PENALTY = 1;

/** Half-lives in weeks: two months, half a year, two years. Which of them is right changes with the market. */
const HALF_LIVES = [8, 26, 104] as const;

/** Ridge regressions that forget at three speeds. They compare the days of a week, not one week with another. */
export const RECENT_RIDGES: readonly FeeModel[] = HALF_LIVES.map((weeks) => ({
  name: `recentRidge${weeks}`,
  refitDays: WEEK,
  fit(history) {
    const weights = solve(recentSamples(history), weeks);
    return (now) => {
      const path = new Matrix([Array.from(inputsOf(now, now.logs.length))]).mmul(weights).getRow(0);
      const level = mean(now.logs.subarray(-WEEK));
      return { mid: path.slice(0, HORIZON).map((difference) => level + difference) };
    };
  },
}));

interface Samples {
  inputs: Float64Array[];
  targets: number[][];
}

/** The last three years of origins whose week has passed, oldest first. */
function recentSamples(history: DailySeries): Samples {
  const end = history.logs.length - HORIZON;
  const lengths = Array.from(
    { length: Math.max(0, Math.min(TRAIN_DAYS, end - LAGS + 1)) },
    (_, back) => end - back,
  ).reverse();
  return {
    inputs: lengths.map((length) => inputsOf(history, length)),
    targets: lengths.map((length) => {
      const week = history.logs.subarray(length, length + HORIZON);
      const middle = at(week.toSorted(), HORIZON >> 1);
      return Array.from(week, (log) => clip(log - middle, MOST_TARGET));
    }),
  };
}

/** Weighted least squares with a penalty; recent origins weigh more. */
function solve({ inputs, targets }: Samples, halfLifeWeeks: number): Matrix {
  const gram = new Float64Array(WIDTH * WIDTH);
  const moments = new Float64Array(WIDTH * HORIZON);
  inputs.forEach((row, index) => {
    const weight = 0.5 ** ((inputs.length - 1 - index) / (WEEK * halfLifeWeeks));
    const target = targets[index] ?? [];
    for (let i = 0; i < WIDTH; i++) {
      const share = weight * at(row, i);
      if (share === 0) continue;
      for (let j = 0; j <= i; j++)
        gram[i * WIDTH + j] = at(gram, i * WIDTH + j) + share * at(row, j);
      for (let day = 0; day < HORIZON; day++) {
        moments[i * HORIZON + day] = at(moments, i * HORIZON + day) + share * at(target, day);
      }
    }
  });
  const left = new Matrix(WIDTH, WIDTH);
  for (let i = 0; i < WIDTH; i++) {
    for (let j = 0; j <= i; j++) {
      const penalty = i !== j ? 0 : i < WEEK ? WEEKDAY_PENALTY : PENALTY;
      left.set(i, j, at(gram, i * WIDTH + j) + penalty);
      left.set(j, i, at(gram, i * WIDTH + j) + penalty);
    }
  }
  return new CholeskyDecomposition(left).solve(Matrix.from1DArray(WIDTH, HORIZON, moments));
}

/** The weekday of tomorrow, the last fortnight, and means, less the level of the last week. */
function inputsOf({ firstDay, logs }: DailySeries, length: number): Float64Array {
  const inputs = new Float64Array(WIDTH);
  inputs[weekdayOf(firstDay + length)] = 1;
  const level = mean(logs.subarray(length - WEEK, length));
  let [fortnight, all] = [0, 0];
  for (let back = 1; back <= LAGS; back++) {
    const lag = clip(at(logs, length - back) - level, MOST_INPUT);
    all += lag;
    if (back > SHORT_LAGS) continue;
    fortnight += lag;
    inputs[WEEK + SHORT_LAGS - back] = lag;
  }
  inputs[WIDTH - 2] = fortnight / SHORT_LAGS;
  inputs[WIDTH - 1] = all / LAGS;
  return inputs;
}

function clip(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
