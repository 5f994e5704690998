import type { Session } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isGenuineSession, sessionMac } from './session-mac';

/** What can change in a session while it lasts. */
type SessionChange = Partial<Pick<Session, 'lastSeenAt' | 'provedAt' | 'secondFactorAt'>>;

/**
 * Changes a live session. Of two changes at one moment each is made: the later one begins again with what the other
 * has written.
 * @returns whether it was there, genuine and not ended
 */
export async function changeSession(
  tx: Transaction,
  sessionId: string,
  change: SessionChange,
): Promise<boolean> {
  for (;;) {
    const session = await tx.session.findFirst({ where: { id: sessionId, revokedAt: null } });
    if (session === null || !(await isGenuineSession(tx, session))) return false;
    const mac = await sessionMac(tx, { ...session, ...change });
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null, mac: session.mac },
      data: { ...change, mac },
    });
    if (count === 1) return true;
  }
}
