import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { notifyErasure } from './notify-erasure';

/**
 * Takes an account's erasure back that has not begun, and mails its person.
 * @returns whether there was one
 */
export async function endErasure(tx: Transaction, accountId: string): Promise<boolean> {
  const open = await tx.erasure.findUnique({ where: { openFor: accountId } });
  if (open === null) return false;
  const { count } = await tx.erasure.updateMany({
    where: { id: open.id, state: 'WAITING' },
    data: { state: 'TAKEN_BACK', openFor: null, endedAt: await databaseNow(tx) },
  });
  if (count === 0) return false;
  await notifyErasure(tx, { accountId, erasureId: open.id }, 'taken-back');
  appendAuditEvent(tx, { action: 'erasure.taken-back', actorKind: 'ACCOUNT', actorId: accountId });
  return true;
}
