import type { Actor } from '@/accounts/sessions/actor';
import type { ChainTransaction } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport, type ReceivedReport } from '@/reports/access/lock-received-report';

/** The part of a transaction of the patient's wallet that concerns one report, and that report. */
interface OwnTransaction {
  transaction: ChainTransaction;
  report: ReceivedReport;
}

/**
 * Locks one of the patient's transactions and its report or, when it is one of a batch, all of the batch.
 * Call it first in the transaction.
 * @throws AppError not-found for all others and for the issuer's own transactions
 */
export async function lockOwnTransactions(
  tx: Transaction,
  actor: Actor,
  transactionId: string,
): Promise<OwnTransaction[]> {
  const requested = await tx.chainTransaction.findFirst({
    where: { id: transactionId, kind: { not: 'RETRACT_REPORT' } },
    select: { batchId: true },
  });
  if (requested === null) throw new AppError('not-found');
  // Always in the order of the reports, so that two callers cannot deadlock.
  const rows =
    requested.batchId === null
      ? await tx.$queryRaw<LockedRow[]>`
          SELECT id, reportId FROM ChainTransaction WHERE id = ${transactionId} FOR UPDATE`
      : await tx.$queryRaw<LockedRow[]>`
          SELECT id, reportId FROM ChainTransaction WHERE batchId = ${requested.batchId}
          ORDER BY reportId FOR UPDATE`;
  const locked: OwnTransaction[] = [];
  for (const { id, reportId } of rows) {
    const report = await lockReceivedReport(tx, actor, reportId);
    const transaction = await tx.chainTransaction.findUniqueOrThrow({ where: { id } });
    locked.push({ transaction, report });
  }
  return locked;
}

interface LockedRow {
  id: string;
  reportId: string;
}
