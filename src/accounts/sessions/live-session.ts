import type { Actor } from './actor';

/**
 * What a session lacks: the second factor of an account that has one, or a second factor to be set up by somebody
 * who must have one.
 */
export type MissingFactor = 'second-factor' | 'factor-setup';

/** A session that is neither over nor ended. While something is missing it opens nothing but what supplies it. */
export interface LiveSession {
  actor: Actor;
  missing: MissingFactor | null;
}

/** What decides whether a session is whole. */
interface FactorState {
  session: { secondFactorAt: Date | null };
  account: {
    secondFactorSince: Date | null;
    secondFactorDueAt: Date | null;
  };
}

/** What a session lacks at a moment. */
export function missingFactor({ session, account }: FactorState, now: Date): MissingFactor | null {
  if (session.secondFactorAt !== null) return null;
  const { secondFactorSince, secondFactorDueAt } = account;
  if (secondFactorSince !== null) return 'second-factor';
  return secondFactorDueAt !== null && secondFactorDueAt <= now ? 'factor-setup' : null;
}
