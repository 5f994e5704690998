import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { SESSION_ABSOLUTE_MS } from './session-limits';

/** Starts a session; returns its id. */
export async function openSession(tx: Transaction, accountId: string): Promise<string> {
  const now = await databaseNow(tx);
  const { id } = await tx.session.create({
    data: {
      accountId,
      createdAt: now,
      lastSeenAt: now,
      provedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_ABSOLUTE_MS),
    },
  });
  return id;
}
