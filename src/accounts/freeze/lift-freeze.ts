import { appendAuditEvent } from '@/audit/append-audit-event';
import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import type { Transaction } from '@/platform/database/database';

/**
 * Ends the freeze of an account whose owner has logged in with a second factor. The factors that may be a stranger's
 * are removed; the one that was given is not among them, see is-doubted.ts.
 */
export async function liftFreeze(tx: Transaction, { id }: { id: string }): Promise<void> {
  const { frozenAt, factorsDoubtedFrom: from } = await tx.account.findUniqueOrThrow({
    where: { id },
  });
  if (frozenAt === null) return;
  await changeLockedAccount(tx, id, { frozenAt: null, factorsDoubtedFrom: null });
  if (from !== null) {
    await tx.passkey.deleteMany({ where: { accountId: id, createdAt: { gte: from } } });
    await tx.totpSecret.deleteMany({ where: { accountId: id, confirmedAt: { gte: from } } });
    await tx.backupCode.deleteMany({ where: { accountId: id, createdAt: { gte: from } } });
  }
  appendAuditEvent(tx, { action: 'account.unfrozen', actorKind: 'ACCOUNT', actorId: id });
}
