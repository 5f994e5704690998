import { hexlify } from 'ethers';
import type { ChainTransaction } from '@/generated/prisma/client';
import { inTransaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { hashOfSent } from '@/registry/calls/hash-of-sent';
import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { decodeRevert, refusedReport } from '@/registry/contract/decode-revert';
import type { TransactionFailure } from '@/registry/contract/transaction-failure';
import type { RelayHindrance } from './relay-hindrances';

type Unsent = ChainTransaction & { report: { contentHash: Uint8Array<ArrayBuffer> | null } };

/**
 * Why it is given up: its doctor retracts these reports; the contract would refuse it; the clinic could not pay until
 * the deadline. Null when its transactions are decided already, or by settleTransactions.
 */
type Cause =
  { retracted: readonly string[] } | { refusal: unknown } | { late: RelayHindrance } | null;

/** Gives up a call that was not sent. Its transactions fail with the reason, and the rooms tell the patient. */
export async function giveUpCall(
  handlers: SettleHandlers,
  id: string,
  cause: Cause,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.relayedCall.updateMany({
      where: { id, state: 'WAITING' },
      data: { state: 'FAILED', callData: null, waitsFor: null },
    });
    if (count === 0 || cause === null) return;
    const open = await tx.chainTransaction.findMany({
      where: { relayedCallId: id, status: 'PREPARED' },
      include: { report: { select: { contentHash: true } } },
    });
    for (const transaction of open) {
      const { id: transactionId, reportId, kind } = transaction;
      if (kind === 'RETRACT_REPORT') continue;
      const reason = reasonOf(cause, transaction);
      const { count: failed } = await tx.chainTransaction.updateMany({
        where: { id: transactionId, status: 'PREPARED' },
        data: { status: 'FAILED', failure: reason },
      });
      if (failed === 0) continue;
      await handlers.transactionFailed(tx, { transactionId, reportId, kind, reason });
    }
  });
  log().warn({ relayedCall: id }, 'a relayed call was given up');
}

function reasonOf(
  cause: NonNullable<Cause>,
  { reportId, kind, batchId, report }: Unsent,
): TransactionFailure {
  if ('late' in cause) return `clinic-${cause.late}`;
  if ('retracted' in cause) {
    if (!cause.retracted.includes(reportId)) return 'batch-refused';
    return kind === 'ADD_REPORT' ? 'attestation-retracted' : 'report-not-active';
  }
  // The contract names the report that it refuses.
  const refused = batchId === null ? null : refusedReport(cause.refusal);
  if (refused !== null && refused !== hexlify(hashOfSent(report))) return 'batch-refused';
  return decodeRevert(cause.refusal) ?? 'contract-refused';
}
