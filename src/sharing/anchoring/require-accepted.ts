import { getBytes } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { refusedReport } from '@/registry/contract/decode-revert';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { cancelTransaction } from './cancel-transaction';
import type { PreparedTransaction } from './prepared-transaction';

/**
 * Has the node simulate what a wallet is about to be asked. What the contract would refuse is given up before
 * anything is paid. Without the chain nothing is decided here: the wallet asks it, too.
 * @throws AppError chain-refused with the contract's reason, of a batch with the report that it is about
 */
export async function requireAccepted(
  actor: Actor,
  { transactionId, sender, request, reportCount }: PreparedTransaction,
): Promise<void> {
  try {
    await estimateGas(sender, request);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The wallet asks its own node. On a wrong chain of ours, though, nothing more is begun.
    if (error.code === 'chain-unavailable') return;
    await cancelTransaction(actor, transactionId);
    const code = reportCount > 1 ? await codeOfRefused(error.cause) : null;
    if (code === null) throw error;
    throw new AppError(error.code, {
      detail: (t) =>
        t('sharing.requireAccepted.reportRefused', { code, reason: error.sentence(t) }),
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
