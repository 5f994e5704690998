import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';

/** How long a recovery can be stopped before it can be executed: the contract's RECOVERY_DELAY. */
export const RECOVERY_DELAY_MS = 7 * DAY_MS;

/** How long it can then be executed before it lapses: the contract's RECOVERY_WINDOW. */
export const RECOVERY_WINDOW_MS = 30 * DAY_MS;

/** Codes that one account may try in a day: with 10⁸ codes, a chance of 1 in 10 million. */
export const CODE_TRIES = { calls: 10, minutes: DAY_MS / MINUTE_MS } as const;

/** Pause between two codes for one account. */
export const RECOVERY_CODE_PAUSE_MS = MINUTE_MS;

/** When a proposed recovery lapses. */
export function lapseOf(opensAt: Date): Date {
  return new Date(opensAt.getTime() + RECOVERY_WINDOW_MS);
}
