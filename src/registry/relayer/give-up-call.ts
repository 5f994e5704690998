import { hexlify } from 'ethers';
import type { ChainTransactionKind } from '@/generated/prisma/client';
import { inTransaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { hashOfSent } from '@/registry/calls/hash-of-sent';
import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { decodeRevert, refusedReport } from '@/registry/contract/decode-revert';
import type { TransactionFailure } from '@/registry/contract/transaction-failure';

/** Why it is given up; null when its transactions are decided already: cancelled, failed or sent otherwise. */
type Cause = 'retracted' | { refusal: unknown } | null;

/**
 * Gives up a call that was not sent. Its transactions fail with the reason, and the rooms tell the patient. One of
 * whose time has run out is left to settleTransactions.
 */
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
    for (const { id: transactionId, reportId, kind, batchId, report } of open) {
      if (kind === 'RETRACT_REPORT') continue;
      const hash = hexlify(hashOfSent(report));
      const reason = reasonOf(cause, kind, batchId === null ? null : hash);
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

/** @param inBatch the report's hash when others go with it: the contract names the one that it refuses */
function reasonOf(
  cause: NonNullable<Cause>,
  kind: ChainTransactionKind,
  inBatch: string | null,
): TransactionFailure {
  if (cause === 'retracted') {
    return kind === 'ADD_REPORT' ? 'attestation-retracted' : 'report-not-active';
  }
  const refused = refusedReport(cause.refusal);
  if (inBatch !== null && refused !== null && refused !== inBatch) return 'batch-refused';
  return decodeRevert(cause.refusal) ?? 'contract-refused';
}
