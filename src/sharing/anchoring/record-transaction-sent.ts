import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { ChainTransaction } from '@/generated/prisma/client';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { moveReport } from '@/reports/states/move-report';
import { queueSentNotice } from '@/registry/calls/queue-sent-notice';
import { trailAction } from '@/registry/calls/trail-action';
import { canMove } from '@/reports/states/states';
import { lockOwnTransactions } from './lock-own-transactions';

/**
 * Records the hash of a prepared transaction that the wallet has sent, for all reports of a batch; idempotent. Also for
 * one that was cancelled in another tab: it is sent all the same, and the chain decides.
 * @param transactionHash 32 bytes, lower-case 0x-hex
 * @throws AppError not-found; conflict when another hash is recorded already; wrong-state when it has failed
 */
export async function recordTransactionSent(
  actor: Actor,
  transactionId: string,
  transactionHash: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const all = await lockOwnTransactions(tx, actor, transactionId);
    const requested = all.find(({ transaction }) => transaction.id === transactionId);
    if (requested === undefined || isKnown(requested.transaction, transactionHash)) return;
    if (requested.transaction.transactionHash !== null) throw new AppError('conflict');
    if (!mayBeSent(requested.transaction)) throw new AppError('wrong-state');
    await queueSentNotice(tx, actor.accountId, requested.transaction);
    for (const { transaction, report } of all) {
      if (transaction.transactionHash !== null || !mayBeSent(transaction)) continue;
      const isAnchoring = transaction.kind === 'ADD_REPORT';
      await tx.chainTransaction.update({
        where: { id: transaction.id },
        data: { status: 'SENT', transactionHash },
      });
      if (isAnchoring && canMove(report.state, 'begin-anchoring')) {
        await moveReport(tx, report.id, 'begin-anchoring', 'patient');
      }
      appendAuditEvent(tx, {
        action: trailAction(transaction.kind, 'sent'),
        relation: 'owner',
        actorKind: 'ACCOUNT',
        actorId: actor.accountId,
        reportId: report.id,
        details: { transactionHash },
      });
    }
  });
}

/** The follower may find it in a block before the browser sends the hash. */
function isKnown({ status, transactionHash }: ChainTransaction, hash: string): boolean {
  return transactionHash === hash || status === 'CONFIRMED';
}

function mayBeSent({ status }: ChainTransaction): boolean {
  return status === 'PREPARED' || status === 'CANCELLED';
}
