import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';

/** Ends the freeze of an account whose owner has logged in with a second factor. */
export async function liftFreeze(tx: Transaction, { id }: { id: string }): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id, frozenAt: { not: null } },
    data: { frozenAt: null },
  });
  if (count === 0) return;
  appendAuditEvent(tx, { action: 'account.unfrozen', actorKind: 'ACCOUNT', actorId: id });
}
