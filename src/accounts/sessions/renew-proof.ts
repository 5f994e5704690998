import type { Actor } from './actor';
import { confirmPassword } from './confirm-password';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/**
 * Notes that the person behind a session has typed their password again.
 * @throws AppError wrong-credentials, beside the field `password`
 */
export async function renewProof(actor: Actor, password: string): Promise<void> {
  await confirmPassword(actor, password);
  await inTransaction(async (tx) => {
    await tx.session.updateMany({
      where: { id: actor.sessionId, revokedAt: null },
      data: { provedAt: await databaseNow(tx) },
    });
    appendAuditEvent(tx, {
      action: 'account.proved',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
    });
  });
}
