import { getBytes } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { refusedReport } from '@/registry/contract/decode-revert';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { cancelTransaction } from './cancel-transaction';
import type { PreparedTransaction } from './prepared-transaction';

/**
 * Simulates a prepared transaction on the node, and cancels it when the contract would revert, so that the patient pays
 * nothing for it. While the chain is unavailable the transaction stays: the wallet simulates it, too.
 * @throws AppError chain-refused with the contract's reason, for a batch with the code of the refused report
 */
export async function simulateTransaction(
  actor: Actor,
  { transactionId, sender, request, reportCount }: PreparedTransaction,
): Promise<void> {
  try {
    await estimateGas(sender, request);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The wallet has its own node. On a wrong chain, though, the transaction is cancelled.
    if (error.code === 'chain-unavailable') return;
    await cancelTransaction(actor, transactionId);
    const code = reportCount > 1 ? await codeOfRefused(error.cause) : null;
    if (code === null) throw error;
    throw new AppError(error.code, {
      detail: (t) =>
        t('sharing.simulateTransaction.reportRefused', { code, reason: error.sentence(t) }),
      cause: error.cause,
    });
  }
}

async function codeOfRefused(refusal: unknown): Promise<string | null> {
  const contentHash = refusedReport(refusal);
  if (contentHash === null) return null;
  const report = await database().report.findUnique({
    where: { contentHash: Uint8Array.from(getBytes(contentHash)) },
    select: { code: true },
  });
  return report?.code ?? null;
}
