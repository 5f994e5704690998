import { MINUTE_MS } from '@/platform/time/durations';

/** Wrong codes before a grant is locked for good: with 10⁸ codes, a chance of 1 in 10 million. */
export const MAX_FAILED_CODES = 10;

/** Pause between two codes for one grant. */
export const CODE_PAUSE_MS = MINUTE_MS;

/** How long a code opens the viewer. */
export const GUEST_SESSION_MS = 15 * MINUTE_MS;
