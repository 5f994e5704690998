import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { SESSION_ABSOLUTE_MS } from './session-limits';

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
  const { id } = await tx.session.create({
    data: {
      accountId,
      device: how.device,
      secondFactorAt: how.secondFactor ? now : null,
      createdAt: now,
      lastSeenAt: now,
      provedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_ABSOLUTE_MS),
    },
  });
  return id;
}
