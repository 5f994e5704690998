import { MINUTE_MS } from '@/platform/time/durations';
import type { Actor } from './actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isGenuineSession } from './session-mac';

/** How long a typed password is valid for a session. */
export const PROOF_MS = 5 * MINUTE_MS;

/**
 * Refuses a sensitive act unless the person typed their password in this session within the last five
 * minutes: a session cookie alone, stolen or left open, must not be enough (ASVS 5.0, 7.5.3).
 * @throws AppError proof-needed
 */
export async function requireFreshProof({ accountId, sessionId }: Actor): Promise<void> {
  const fresh = await database().session.findFirst({
    where: {
      id: sessionId,
      accountId,
      revokedAt: null,
      provedAt: { gt: new Date((await databaseNow()).getTime() - PROOF_MS) },
    },
  });
  if (fresh === null || !(await isGenuineSession(database(), fresh))) {
    throw new AppError('proof-needed');
  }
}
