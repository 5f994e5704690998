import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { SESSION_ABSOLUTE_MS } from './session-limits';
import { sessionMac } from './session-mac';

/**
 * Starts a session; returns its id.
 * @param how.device the browser, e.g. `Firefox on Windows`; null when it is unknown
 * @param how.secondFactor whether the log-in proved a second factor, too
 */
export async function openSession(
  tx: Transaction,
  accountId: string,
  how: { device: string | null; secondFactor: boolean } = { device: null, secondFactor: false },
): Promise<string> {
  const now = await databaseNow(tx);
  const session = {
    id: uuidv7(),
    accountId,
    secondFactorAt: how.secondFactor ? now : null,
    createdAt: now,
    lastSeenAt: now,
    provedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_ABSOLUTE_MS),
  };
  const mac = await sessionMac(tx, session);
  await tx.session.create({ data: { ...session, device: how.device, mac } });
  return session.id;
}
