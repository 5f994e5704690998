import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { Actor } from './actor';
import { SESSION_IDLE_MS } from './session-limits';

/** A session as its owner sees it. */
export interface OwnSession {
  id: string;
  /** Whether it is the session that asks. */
  isThis: boolean;
  /** The browser, e.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
  /** IANA name of the browser's zone, the only sign of a place that is kept; null when it is unknown. */
  timeZone: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

/** More are not shown: the newest come first. */
const SHOWN = 50;

/** A person's live sessions: the one that asks first, then the one used last. */
export async function listOwnSessions({ accountId, sessionId }: Actor): Promise<OwnSession[]> {
  const now = await databaseNow();
  const rows = await database().session.findMany({
    where: {
      accountId,
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_MS) },
    },
    orderBy: { lastSeenAt: 'desc' },
    take: SHOWN,
    select: { id: true, device: true, timeZone: true, createdAt: true, lastSeenAt: true },
  });
  const sessions = rows.map((row) => ({ ...row, isThis: row.id === sessionId }));
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)];
}
