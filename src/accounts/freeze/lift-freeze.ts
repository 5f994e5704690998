import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';

/**
 * Ends the freeze of an account whose owner has logged in with a second factor. The factors that may be a stranger's
 * are removed; the one that was given is not among them, see is-doubted.ts.
 */
export async function liftFreeze(tx: Transaction, { id }: { id: string }): Promise<void> {
  const { factorsDoubtedFrom: from } = await tx.account.findUniqueOrThrow({ where: { id } });
  const { count } = await tx.account.updateMany({
    where: { id, frozenAt: { not: null } },
    data: { frozenAt: null, factorsDoubtedFrom: null },
  });
  if (count === 0) return;
  if (from !== null) {
    await tx.passkey.deleteMany({ where: { accountId: id, createdAt: { gte: from } } });
    await tx.totpSecret.deleteMany({ where: { accountId: id, confirmedAt: { gte: from } } });
    await tx.backupCode.deleteMany({ where: { accountId: id, createdAt: { gte: from } } });
  }
  appendAuditEvent(tx, { action: 'account.unfrozen', actorKind: 'ACCOUNT', actorId: id });
}
