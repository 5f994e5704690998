import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { notifyFactorReset } from './notify-factor-reset';

/** How a reset ends without taking effect, and whose it is. */
interface ResetEnd {
  accountId: string;
  as: 'CANCELLED' | 'DECLINED';
  /** The administrator who ends it; the person themselves by default. */
  declinedById?: string;
  /** Only this one. */
  resetId?: string;
}

/**
 * Ends the reset of an account's second factors that is under way, and mails its person.
 * @returns whether there was one
 */
export async function endFactorReset(
  tx: Transaction,
  { accountId, as, declinedById, resetId }: ResetEnd,
): Promise<boolean> {
  const open = await tx.factorReset.findUnique({ where: { openFor: accountId } });
  if (open === null || (resetId !== undefined && open.id !== resetId)) return false;
  const { count } = await tx.factorReset.updateMany({
    where: { id: open.id, openFor: accountId },
    data: {
      state: as,
      mac: null,
      openFor: null,
      declinedById: declinedById ?? null,
      endedAt: await databaseNow(tx),
    },
  });
  if (count === 0) return false;
  const news = as === 'DECLINED' ? 'declined' : 'cancelled';
  await notifyFactorReset(tx, { accountId, resetId: open.id }, news);
  appendAuditEvent(tx, {
    action: `factor-reset.${news}`,
    actorKind: 'ACCOUNT',
    actorId: declinedById ?? accountId,
    ...(declinedById === undefined ? {} : { subjectId: accountId }),
  });
  return true;
}
