import { at } from '../series/at';
import type { DailySeries } from '../series/daily-series';
import { weekdayOf } from '../series/day';
import { mean, weekdayProfile } from '../series/weekday-profile';
import { HORIZON } from './model';
import { withoutProfile } from './smoothing';

export const LAGS = 28;
/** Days of the past that the learners learn from: three years, older habits have died. */
export const TRAIN_DAYS = 1_100;
/** Before this the weekday profile is too uncertain. */
const PROFILE_DAYS = 84;

/** What a learner sees at an origin: everything relative to the level of that day, whatever it is. */
export interface Window {
  /** Mean log price of the last seven days, less the weekday's part. */
  level: number;
  /** 28 days, oldest first, less weekday profile and level. */
  lags: Float64Array;
  /** Weekday of tomorrow, 0 = Sunday. */
  weekday: number;
  /** The profile's part of each of the next seven days. */
  seasonal: number[];
}

/** A window with what really followed, less profile and level. */
export interface Sample extends Window {
  targets: number[];
}

/** The window at the end of a history. */
export function windowOf(history: DailySeries): Window {
  const profile = weekdayProfile(history);
  const lags = withoutProfile(
    {
      ...history,
      firstDay: history.firstDay + history.logs.length - LAGS,
      logs: history.logs.subarray(-LAGS),
    },
    profile,
  );
  const level = mean(lags.subarray(-7));
  const next = history.firstDay + history.logs.length;
  return {
    level,
    lags: lags.map((lag) => lag - level),
    weekday: weekdayOf(next),
    seasonal: Array.from({ length: HORIZON }, (_, day) => at(profile, weekdayOf(next + day))),
  };
}

/** The samples of the last `days` origins whose week has passed, oldest first. */
export function samplesOf(history: DailySeries, days: number): Sample[] {
  const end = history.logs.length - HORIZON;
  const start = Math.max(PROFILE_DAYS, end - days + 1);
  const samples: Sample[] = [];
  for (let length = start; length <= end; length++) {
    const window = windowOf({
      ...history,
      logs: history.logs.subarray(0, length),
    });
    const targets = window.seasonal.map(
      (seasonal, day) => at(history.logs, length + day) - seasonal - window.level,
    );
    samples.push({ ...window, targets });
  }
  return samples;
}

/** Turns forecasts relative to a window into log prices. */
export function toLogs({ level, seasonal }: Window, relative: readonly number[]): number[] {
  return seasonal.map((part, day) => level + part + at(relative, day));
}
