import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { findEnds } from '@/reports/retraction/find-ends';
import { isSent } from '@/reports/sealed/sealed-report';
import { composeRequest } from './compose-request';
import type { PreparedTransaction } from './prepared-transaction';

/**
 * Composes the request of a prepared transaction again, for a tab that was closed before the wallet answered.
 * @returns null when there is nothing to send: the transaction is sent, signed, cancelled, expired or another person's; or one
 *   report of a batch has changed its state, so that the contract would revert; or a doctor has retracted a report
 */
export async function resumeTransaction(
  actor: Actor,
  transactionId: string,
): Promise<PreparedTransaction | null> {
  const requested = await database().chainTransaction.findFirst({
    where: { id: transactionId, report: { patientId: actor.accountId } },
    select: { batchId: true },
  });
  if (requested === null) return null;
  const rows = await database().chainTransaction.findMany({
    where: requested.batchId === null ? { id: transactionId } : { batchId: requested.batchId },
    include: { report: { select: { id: true, state: true, contentHash: true } } },
  });
  const reports = rows.map(({ report }) => report);
  if ((await findEnds(database(), reports)).size > 0) return null;
  const now = await databaseNow();
  const parts = rows.flatMap(({ report, ...transaction }) => {
    const { kind, status, deadline } = transaction;
    // What the patient has signed is the clinic's to send.
    const isOurs = transaction.relayedCallId !== null;
    const waits = kind !== 'RETRACT_REPORT' && status === 'PREPARED' && !isOurs;
    const inTime = deadline !== null && deadline > now;
    if (!waits || !inTime || !isSent(report)) return [];
    return [{ transaction, contentHash: report.contentHash }];
  });
  return parts.length === rows.length ? composeRequest(parts) : null;
}
