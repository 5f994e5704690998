import { DAY_MS, HOUR_MS } from '@/platform/time/durations';

/** How long an erasure can be taken back. */
export const ERASURE_WAITS_MS = 72 * HOUR_MS;
/** How long before it begins the person is reminded. */
export const REMINDED_BEFORE_MS = DAY_MS;
