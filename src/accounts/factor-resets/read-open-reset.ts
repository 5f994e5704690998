import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';

/** How far the reset of a person's own second factors is. Times in ISO 8601. */
export interface OpenReset {
  requestedAt: string;
  /** How many administrators have confirmed it. */
  confirmations: 0 | 1 | 2;
  /** When it takes effect; null until the second confirmation. */
  effectiveAt: string | null;
}

/** The reset that is under way for the person of a session, or null. */
export async function readOpenReset({ accountId }: Actor): Promise<OpenReset | null> {
  const reset = await database().factorReset.findUnique({ where: { openFor: accountId } });
  if (reset === null) return null;
  const { requestedAt, firstById, secondById, effectiveAt } = reset;
  return {
    requestedAt: requestedAt.toISOString(),
    confirmations: secondById !== null ? 2 : firstById !== null ? 1 : 0,
    effectiveAt: effectiveAt?.toISOString() ?? null,
  };
}
