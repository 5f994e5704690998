import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';

/** A session that made no request for so long is over (ASVS 7.3.1; HIPAA 164.312(a)(2)(iii)). */
export const SESSION_IDLE_MS = 30 * MINUTE_MS;

/** However busy, a session ends so long after the log-in (ASVS 7.3.2). */
export const SESSION_ABSOLUTE_MS = 12 * HOUR_MS;
