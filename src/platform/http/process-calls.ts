import { MINUTE_MS } from '@/platform/time/durations';
import { tooManyRequests, type CallLimit } from './call-windows';

/** Enough for every load balancer and monitor; more are strangers. */
const MAX_WINDOWS = 10_000;

const windows = new Map<string, { calls: number; endsAt: number }>();

/**
 * As claimCall, but counted in the memory of this process: for what must answer when the database does not.
 * @throws AppError too-many-requests
 */
export function claimProcessCall(
  what: string,
  caller: string,
  limit: CallLimit,
  now = Date.now(),
): void {
  const key = `${what} ${caller}`;
  let window = windows.get(key);
  if (window === undefined || window.endsAt <= now) {
    if (windows.size >= MAX_WINDOWS) windows.clear();
    window = { calls: 0, endsAt: now + limit.minutes * MINUTE_MS };
    windows.set(key, window);
  }
  window.calls += 1;
  if (window.calls > limit.calls) throw tooManyRequests(window.endsAt - now);
}
