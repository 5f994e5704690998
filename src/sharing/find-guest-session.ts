import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { withReport, type GuestGrant } from './guest-grant';
import { hashSecretToken, secretToken } from './secret-token';

/** A live session and the one grant that it is bound to. */
export interface LiveGuestSession {
  grant: GuestGrant;
  expiresAt: Date;
}

/**
 * The session of a cookie.
 * @param token the cookie's value
 * @throws AppError guest-session-over, for one that is over, unknown or missing
 */
export async function findGuestSession(token: string | undefined): Promise<LiveGuestSession> {
  const secret = secretToken.safeParse(token);
  if (!secret.success) throw new AppError('guest-session-over');
  const session = await database().guestSession.findUnique({
    where: { tokenHash: hashSecretToken(secret.data) },
    include: { grant: { include: withReport } },
  });
  if (session === null || session.expiresAt.getTime() <= Date.now()) {
    throw new AppError('guest-session-over');
  }
  return { grant: session.grant, expiresAt: session.expiresAt };
}
