import { HOURS_PER_DAY, hourOf, type Hour } from '../hours/hourly-series';

/** Days of which every hour is sampled: what the advice of an hour is learned from. */
const FULL_DAYS = 35;
/** Of older days every third hour is enough for the day's mean. */
const STEP = 3;

/** The hours that a back-fill samples, newest first: all of the last five weeks, every third before. */
export function backfillHours(now: Date, days: number): Hour[] {
  const last = hourOf(now) - 1;
  return Array.from({ length: days * HOURS_PER_DAY }, (_, back) => last - back).filter(
    (hour) => last - hour < FULL_DAYS * HOURS_PER_DAY || hour % STEP === 0,
  );
}
