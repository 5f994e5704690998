import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { MINUTE_MS } from '@/platform/time/durations';
import { missingFactor, type LiveSession } from './live-session';
import { SESSION_IDLE_MS } from './session-limits';

/** Writing "last seen" once a minute is exact enough for half an hour. */
const SEEN_STEP_MS = MINUTE_MS;

/**
 * The active account behind a session that is neither revoked, idle for too long nor too old.
 * Asked at every request, so that a revocation or suspension takes effect at once (ASVS 8.3.2).
 * @param device the browser that makes this request
 */
export async function findLiveSession(
  sessionId: string,
  device: string | null = null,
): Promise<LiveSession | null> {
  const now = (await databaseNow()).getTime();
  const session = await database().session.findFirst({
    where: {
      id: sessionId,
      revokedAt: null,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - SESSION_IDLE_MS) },
      account: { status: 'ACTIVE' },
    },
    include: { account: true },
  });
  if (session === null) return null;
  if (session.lastSeenAt.getTime() < now - SEEN_STEP_MS) {
    await database().session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastSeenAt: new Date(now) },
    });
  }
  const { account } = session;
  const { id, role, status, displayName, email } = account;
  return {
    actor: { accountId: id, sessionId, role, status, displayName, email, device },
    missing: missingFactor({ session, account }, new Date(now)),
  };
}
