import type { Actor } from '@/accounts/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { moveReport } from '@/reports/move-report';
import { canMove } from '@/reports/states';
import { lockOwnTransaction } from './lock-own-transaction';

/**
 * Notes the hash under which the wallet has sent a prepared transaction; harmless when repeated. Also one
 * that was cancelled in another tab: what is sent is sent, and the chain decides.
 * @param transactionHash 32 bytes, lower-case 0x-hex
 * @throws AppError not-found; conflict when another hash is noted already; wrong-state when it has failed
 */
export async function recordTransactionSent(
  actor: Actor,
  transactionId: string,
  transactionHash: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { transaction, report } = await lockOwnTransaction(tx, actor, transactionId);
    const { status, kind, reportId } = transaction;
    // The follower may have seen it in a block before the browser could tell.
    if (transaction.transactionHash === transactionHash || status === 'CONFIRMED') return;
    if (transaction.transactionHash !== null) throw new AppError('conflict');
    if (status !== 'PREPARED' && status !== 'CANCELLED') throw new AppError('wrong-state');
    await tx.chainTransaction.update({
      where: { id: transactionId },
      data: { status: 'SENT', transactionHash },
    });
    if (kind === 'ADD_REPORT' && canMove(report.state, 'begin-anchoring')) {
      await moveReport(tx, reportId, 'begin-anchoring', 'patient');
    }
    await appendAuditEvent(tx, {
      action: kind === 'ADD_REPORT' ? 'report.anchoring-sent' : 'permissions.change-sent',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      details: { transactionHash },
    });
  });
}
