import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { ChainTransaction } from '@/generated/prisma/client';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { trailAction } from '@/registry/calls/trail-action';
import { dropRelayedCall } from '@/registry/relayer/change-waiting-calls';
import { moveReport } from '@/reports/states/move-report';
import { canMove } from '@/reports/states/states';
import { lockOwnTransactions } from './lock-own-transactions';

/**
 * Cancels a transaction that the wallet has not sent, a batch as a whole; idempotent. Each report returns to the state
 * "approved". The attestation stays valid until its deadline: if the wallet sends it after all, the chain decides.
 * @throws AppError not-found; wrong-state when it was sent or has failed
 */
export async function cancelTransaction(actor: Actor, transactionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const all = await lockOwnTransactions(tx, actor, transactionId);
    const statuses = all.map(({ transaction }) => transaction.status);
    if (statuses.every((status) => status === 'CANCELLED')) return;
    if (statuses.includes('SENT') || !statuses.includes('PREPARED')) {
      throw new AppError('wrong-state', {
        detail: (t) => t('sharing.cancelTransaction.alreadySent'),
      });
    }
    const callId = all[0]?.transaction.relayedCallId ?? null;
    if (callId !== null) await dropRelayedCall(tx, callId);
    for (const { transaction, report } of all) {
      if (transaction.status !== 'PREPARED') continue;
      await markCancelled(tx, transaction);
      if (transaction.kind === 'ADD_REPORT' && canMove(report.state, 'cancel-anchoring')) {
        await releaseReport(tx, report.id);
      }
      appendAuditEvent(tx, {
        action: trailAction(transaction.kind, 'cancelled'),
        relation: 'owner',
        actorKind: 'ACCOUNT',
        actorId: actor.accountId,
        reportId: report.id,
      });
    }
  });
}

async function markCancelled(tx: Transaction, { id }: ChainTransaction): Promise<void> {
  await tx.chainTransaction.update({ where: { id }, data: { status: 'CANCELLED' } });
}

/** Returns a report to the state "approved", unless another attempt is prepared or sent. */
async function releaseReport(tx: Transaction, reportId: string): Promise<void> {
  const alive = await tx.chainTransaction.count({
    where: { reportId, kind: 'ADD_REPORT', status: { in: ['PREPARED', 'SENT'] } },
  });
  if (alive === 0) await moveReport(tx, reportId, 'cancel-anchoring', 'patient');
}
