import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { Actor } from './actor';

/** Ends one of the person's other sessions. @throws AppError not-found, also for somebody else's */
export async function endOwnSession(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await endSessions(tx, actor, { id });
    if (ended === 0) throw new AppError('not-found');
  });
}

/** Ends every session of the person but the one that asks. */
export async function endOtherSessions(actor: Actor): Promise<void> {
  await inTransaction((tx) => endSessions(tx, actor, { id: { not: actor.sessionId } }));
}

async function endSessions(
  tx: Transaction,
  { accountId }: Actor,
  which: { id: string | { not: string } },
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { accountId, revokedAt: null, ...which },
    data: { revokedAt: await databaseNow(tx), mac: null },
  });
  appendAuditEvent(tx, {
    action: 'account.session-ended',
    actorKind: 'ACCOUNT',
    actorId: accountId,
    details: { sessions: count },
  });
  return count;
}
