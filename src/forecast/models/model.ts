import type { DailySeries } from '../series/daily-series';

/** Days ahead that every model names. */
export const HORIZON = 7;

/** The next seven days as a model sees them, in log gwei; index 0 is tomorrow. */
export interface WeekPath {
  mid: number[];
  /** The model's own 10 % and 90 % quantiles, before calibration. */
  low?: number[];
  high?: number[];
}

/** A fitted model: forecasts from the last day of the history given. */
export type Forecaster = (history: DailySeries) => WeekPath;

/** A way to forecast. `fit` sees nothing but the past that it is given. */
export interface FeeModel {
  name: string;
  /** Days after which a backtest fits it again; 60 by default. */
  refitDays?: number;
  fit(history: DailySeries): Forecaster | Promise<Forecaster>;
  /** A rule that advises a day whatever the path is; 0 is tomorrow. */
  advise?: (history: DailySeries) => number;
}
