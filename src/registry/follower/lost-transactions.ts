import type { ChainTransaction } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import { askChain } from '@/platform/chain-rpc';
import { database, type Transaction } from '@/platform/database';
import type { ChainView } from './chain-view';

/** The confirmed transactions of a report that are no longer in a block which the follower has read. */
export async function findLostTransactions(
  contentHash: Uint8Array<ArrayBuffer>,
  { block }: ChainView,
): Promise<ChainTransaction[]> {
  const confirmed = await database().chainTransaction.findMany({
    where: { status: 'CONFIRMED', report: { contentHash } },
  });
  const receipts = await askChain((rpc) =>
    Promise.all(
      confirmed.map(async ({ transactionHash }) =>
        transactionHash === null ? null : rpc.getTransactionReceipt(transactionHash),
      ),
    ),
  );
  return confirmed.filter((_, index) => {
    const receipt = receipts[index] ?? null;
    return receipt === null || receipt.blockNumber > block || receipt.status === 0;
  });
}

/**
 * Takes transactions that fell out of the chain for sent ones again: the network may mine them a second time,
 * else settleTransactions gives them up. A retraction is sent again at once.
 */
export async function reviveTransactions(
  tx: Transaction,
  lost: readonly ChainTransaction[],
): Promise<void> {
  for (const { id, kind } of lost) {
    const { count } = await tx.chainTransaction.updateMany({
      where: { id, status: 'CONFIRMED' },
      data: { status: 'SENT', unknownSince: null },
    });
    if (count === 1 && kind === 'RETRACT_REPORT') {
      await enqueueJob(tx, 'retract-report', { transactionId: id });
    }
  }
}
