import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { tokenHash } from '@/vault/token-hash';
import { withReport, type GuestGrant } from './guest-grant';
import { isGenuineGuestSession } from './guest-session-mac';
import { secretToken } from './secret-token';

/**
 * Finds the grant of a cookie's session.
 * @param token the cookie's value
 * @throws AppError guest-session-over, when the session is over, unknown or missing, or was not written by us
 */
export async function findGuestSession(token: string | undefined): Promise<GuestGrant> {
  const secret = secretToken.safeParse(token);
  if (!secret.success) throw new AppError('guest-session-over');
  const session = await database().guestSession.findUnique({
    where: { tokenHash: await tokenHash(database(), secret.data) },
    include: { grant: { include: withReport } },
  });
  if (session === null || session.expiresAt <= (await databaseNow())) {
    throw new AppError('guest-session-over');
  }
  if (!(await isGenuineGuestSession(database(), session))) {
    log().error({ session: session.id }, 'a session of a guest in the database was altered');
    throw new AppError('guest-session-over');
  }
  return session.grant;
}
