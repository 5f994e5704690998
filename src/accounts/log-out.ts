import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database';
import type { Actor } from './actor';

/** Ends this one session. */
export async function logOut(actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: actor.sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    await appendAuditEvent(tx, {
      action: 'account.logged-out',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
    });
  });
}
