import type { Transaction } from '@/platform/database';
import { SESSION_ABSOLUTE_MS } from './session-limits';

/** Starts a session; returns its id. */
export async function openSession(tx: Transaction, accountId: string): Promise<string> {
  const { id } = await tx.session.create({
    data: { accountId, expiresAt: new Date(Date.now() + SESSION_ABSOLUTE_MS) },
  });
  return id;
}
