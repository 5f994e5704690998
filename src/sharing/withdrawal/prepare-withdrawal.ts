import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { requireNotEnded } from '@/reports/retraction/require-not-ended';
import { composeRequest } from '@/sharing/anchoring/compose-request';
import { newDeadline } from '@/sharing/anchoring/deadline';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { simulateTransaction } from '@/sharing/anchoring/simulate-transaction';
import { requireOwnReport } from '@/sharing/viewers/require-own-report';

/**
 * Prepares the transaction by which a patient withdraws a sealed report for good: it is not valid any more, and nobody
 * they shared it with can open it.
 * @throws AppError proof-needed; not-found; wrong-state; report-invalid; wallet-missing; conflict while another
 * transaction of the report is under way; chain-refused; chain-unavailable
 */
export async function prepareWithdrawal(
  actor: Actor,
  reportId: string,
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const { report, chain } = await requireOwnReport(actor, reportId);
  const transaction = await inTransaction(async (tx) => {
    const locked = await lockReceivedReport(tx, actor, reportId);
    await requireNotEnded(tx, locked);
    if (locked.state !== 'ANCHORED') throw new AppError('wrong-state');
    await requireNothingOpen(tx, reportId);
    const prepared = await tx.chainTransaction.create({
      data: {
        reportId,
        kind: 'WITHDRAW_REPORT',
        status: 'PREPARED',
        sender: chain.owner,
        permissions: [],
        expectedBlock: BigInt(chain.permissionsBlock),
        deadline: await newDeadline(tx),
        device: actor.device,
      },
    });
    appendAuditEvent(tx, {
      action: 'report.withdrawal-begun',
      relation: 'owner',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    });
    return prepared;
  });
  const prepared = await composeRequest([{ transaction, contentHash: report.contentHash }]);
  await simulateTransaction(actor, prepared);
  return prepared;
}

/** A change of the viewers would be refused after it, or the withdrawal after the change. */
async function requireNothingOpen(tx: Transaction, reportId: string): Promise<void> {
  const open = await tx.chainTransaction.count({
    where: {
      reportId,
      kind: { in: ['SET_PERMISSIONS', 'WITHDRAW_REPORT'] },
      status: { in: ['PREPARED', 'SENT'] },
    },
  });
  if (open === 0) return;
  throw new AppError('conflict', {
    detail: (t) => t('sharing.prepareWithdrawal.otherUnderWay'),
  });
}
