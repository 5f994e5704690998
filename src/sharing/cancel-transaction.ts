import type { Actor } from '@/accounts/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { moveReport } from '@/reports/move-report';
import { canMove } from '@/reports/states';
import { lockOwnTransaction } from './lock-own-transaction';

/**
 * Gives up a transaction that the wallet has not sent; harmless when repeated. The report is approved again.
 * What was attested stays usable until its deadline: if it is sent after all, the chain decides.
 * @throws AppError not-found; wrong-state when it was sent or has failed
 */
export async function cancelTransaction(actor: Actor, transactionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { transaction, report } = await lockOwnTransaction(tx, actor, transactionId);
    const { status, kind, reportId } = transaction;
    if (status === 'CANCELLED') return;
    if (status !== 'PREPARED') {
      throw new AppError('wrong-state', {
        detail: 'The transaction has left your wallet and cannot be called back.',
      });
    }
    await tx.chainTransaction.update({
      where: { id: transactionId },
      data: { status: 'CANCELLED' },
    });
    const alive = await tx.chainTransaction.count({
      where: { reportId, kind: 'ADD_REPORT', status: { in: ['PREPARED', 'SENT'] } },
    });
    if (kind === 'ADD_REPORT' && alive === 0 && canMove(report.state, 'cancel-anchoring')) {
      await moveReport(tx, reportId, 'cancel-anchoring', 'patient');
    }
    await appendAuditEvent(tx, {
      action: kind === 'ADD_REPORT' ? 'report.anchoring-cancelled' : 'permissions.change-cancelled',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    });
  });
}
