import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Ends one session of any account. Does nothing when it has already ended. */
export async function endSession(tx: Transaction, sessionId: string): Promise<void> {
  const session = await tx.session.findUnique({ where: { id: sessionId } });
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: await databaseNow(tx), mac: null },
  });
  if (session === null || count === 0) return;
  appendAuditEvent(tx, {
    action: 'account.logged-out',
    actorKind: 'ACCOUNT',
    actorId: session.accountId,
  });
}
