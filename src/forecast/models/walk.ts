import type { Day } from '@/forecast/series/day';

/** The days of a rolling-origin backtest, as indices of a series. */
export interface Walk {
  /** The series' first day. */
  firstDay: Day;
  /** Where the run-in begins: forecasts from here are used for calibration, but not scored. */
  first: number;
  /** The first and last origin that is scored. */
  from: number;
  last: number;
}

/** One fit: what is known up to `origin` forecasts the days from `start` to `until`. */
export interface Fit {
  origin: number;
  start: number;
  until: number;
}

/** Models are refitted every 60 days of a fixed calendar: neighbouring years share their fits. */
const REFIT_DAYS = 60;
const PHASE = 40;

/**
 * The fits of a walk; the first is the newest at or before its first day.
 * @param every Days between two fits.
 */
export function fitsOf({ firstDay, first, last }: Walk, every = REFIT_DAYS): Fit[] {
  const isFit = (index: number): boolean => (firstDay + index - PHASE) % every === 0;
  let origin = first;
  while (!isFit(origin) && origin > first - every) origin--;
  const fits: Fit[] = [{ origin, start: first, until: last }];
  for (let index = first + 1; index <= last; index++) {
    const before = fits.at(-1);
    if (!isFit(index) || !before) continue;
    before.until = index - 1;
    fits.push({ origin: index, start: index, until: last });
  }
  return fits;
}
