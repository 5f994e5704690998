import type { Actor } from '@/accounts/actor';
import type { ChainTransaction } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport, type ReceivedReport } from '@/reports/lock-received-report';

/** A transaction of the patient's wallet and the report that it is about. */
interface OwnTransaction {
  transaction: ChainTransaction;
  report: ReceivedReport;
}

/**
 * Locks one of the patient's transactions and its report. Call it first in the transaction.
 * @throws AppError not-found for everybody else and for the issuer's own transactions
 */
export async function lockOwnTransaction(
  tx: Transaction,
  actor: Actor,
  transactionId: string,
): Promise<OwnTransaction> {
  const [row] = await tx.$queryRaw<{ reportId: string }[]>`
    SELECT reportId FROM ChainTransaction
    WHERE id = ${transactionId} AND kind <> 'RETRACT_REPORT' FOR UPDATE`;
  if (row === undefined) throw new AppError('not-found');
  const report = await lockReceivedReport(tx, actor, row.reportId);
  const transaction = await tx.chainTransaction.findUniqueOrThrow({ where: { id: transactionId } });
  return { transaction, report };
}
