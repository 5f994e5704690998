import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { MINUTE_MS } from '@/platform/time/durations';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import { changeSession } from './change-session';
import { missingFactor, type LiveSession } from './live-session';
import { SESSION_IDLE_MS } from './session-limits';
import { isGenuineSession } from './session-mac';

/** Writing "last seen" once a minute is exact enough for half an hour. */
const SEEN_STEP_MS = MINUTE_MS;

/**
 * The active account behind a session that is neither revoked, idle for too long nor too old.
 * Asked at every request, so that a revocation or suspension takes effect at once (ASVS 8.3.2). A row that we did not
 * write so is no session.
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
  const isGenuine =
    (await isGenuineSession(database(), session)) &&
    (await isGenuineAccount(database(), session.account));
  if (!isGenuine) {
    log().error({ session: sessionId }, 'a session or its account in the database was altered');
    return null;
  }
  if (session.lastSeenAt.getTime() < now - SEEN_STEP_MS) {
    await changeSession(database(), sessionId, { lastSeenAt: new Date(now) });
  }
  const { account } = session;
  const { id, role, status, displayName, email } = account;
  return {
    actor: { accountId: id, sessionId, role, status, displayName, email, device },
    missing: missingFactor({ session, account }, new Date(now)),
  };
}
