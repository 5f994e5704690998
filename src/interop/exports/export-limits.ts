import { DAY_MS, SECOND_MS } from '@/platform/time/durations';

/** How long a finished copy can be downloaded. */
export const KEPT_MS = DAY_MS;
/** How long it is tried to make one. */
export const TRIED_MS = DAY_MS;
/** How long a page shows that one could not be made. */
export const FAILED_KEPT_MS = 7 * DAY_MS;
/** After the first failure; twice as long after each further one. */
export const FIRST_PAUSE_MS = 5 * SECOND_MS;
/** Short enough that a person who waits sees it go on soon after the store is back. */
export const LONGEST_PAUSE_MS = 300 * SECOND_MS;
