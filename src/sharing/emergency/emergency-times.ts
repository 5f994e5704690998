import type { EmergencyAccess } from '@/generated/prisma/client';
import type { EmergencyState, EmergencyTier } from '@/generated/prisma/enums';
import { HOUR_MS } from '@/platform/time/durations';

/** How long an access is open. */
export const OPEN_MS: Record<EmergencyTier, number> = { SUMMARY: HOUR_MS, RECORD: 4 * HOUR_MS };

/** How long two administrators can acknowledge a request: an emergency is over then. */
export const ANSWER_MS = 12 * HOUR_MS;

/** Within which time an administrator reviews an access that was opened. */
export const REVIEW_MS = 72 * HOUR_MS;

/** The moments of an access that is opened now. */
export function openedAtOnce(tier: EmergencyTier, now: Date) {
  return {
    openedAt: now,
    endsAt: new Date(now.getTime() + OPEN_MS[tier]),
    reviewBy: new Date(now.getTime() + REVIEW_MS),
  };
}

/**
 * The state of an access now: its time may be over before the worker has noted that. Before the moment at which it was
 * opened, because a clock was set back, it is not open either.
 */
export function emergencyStateAt(
  access: Pick<EmergencyAccess, 'state' | 'answerBy' | 'openedAt' | 'endsAt'>,
  now: Date,
): EmergencyState {
  const { state, answerBy, openedAt, endsAt } = access;
  if (state === 'ASKED') return answerBy === null || answerBy <= now ? 'EXPIRED' : 'ASKED';
  if (state !== 'OPEN') return state;
  return openedAt === null || endsAt === null || endsAt <= now || openedAt > now ? 'ENDED' : 'OPEN';
}
