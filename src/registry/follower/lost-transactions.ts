import type { ChainTransaction } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, type Transaction } from '@/platform/database/database';
import type { ChainView } from '@/registry/chain/chain-view';
import { findGoneBlocks } from '@/registry/chain/find-gone-blocks';

/**
 * The confirmed transactions of a report whose block a reorganisation took away. That the node has no receipt
 * would not prove it: its index may lie behind its blocks.
 * @throws AppError chain-unavailable, wrong-chain
 */
export async function findLostTransactions(
  contentHash: Uint8Array<ArrayBuffer>,
  view: ChainView,
): Promise<ChainTransaction[]> {
  const confirmed = await database().chainTransaction.findMany({
    where: { status: 'CONFIRMED', report: { contentHash } },
  });
  const gone = await findGoneBlocks(
    view,
    confirmed.flatMap(({ confirmedBlock: number, confirmedBlockHash: hash }) =>
      number === null || hash === null ? [] : [{ number: Number(number), hash }],
    ),
  );
  return confirmed.filter(
    ({ confirmedBlockHash }) => confirmedBlockHash !== null && gone.has(confirmedBlockHash),
  );
}

/**
 * Takes transactions that fell out of the chain for sent ones again: the network may mine them a second time,
 * else settleTransactions gives them up. A retraction is sent again at once.
 */
export async function reviveTransactions(
  tx: Transaction,
  lost: readonly ChainTransaction[],
): Promise<void> {
  for (const { id, kind, confirmedBlockHash } of lost) {
    const { count } = await tx.chainTransaction.updateMany({
      where: { id, status: 'CONFIRMED', confirmedBlockHash },
      data: {
        status: 'SENT',
        unknownSince: null,
        confirmedBlock: null,
        confirmedBlockHash: null,
      },
    });
    if (count === 1 && kind === 'RETRACT_REPORT') {
      await enqueueJob(tx, 'retract-report', { transactionId: id });
    }
  }
}
