import { DAY_MS } from '@/platform/time/durations';

/** A report on something older than this is rare enough to ask whether the date is right. */
const UNUSUAL_AGE_DAYS = 7;

/** Whether a day or moment lies further back than is usual; false while it is not filled in. */
export function isUnusuallyOld(dayOrMoment: string): boolean {
  return Date.parse(dayOrMoment) < Date.now() - (UNUSUAL_AGE_DAYS + 1) * DAY_MS;
}
