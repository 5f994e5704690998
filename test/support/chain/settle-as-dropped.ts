import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { chainHandlers } from '../../../src/worker/chain-handlers';

/** Settles a transaction that the network does not have as if it had missed it for long enough. */
export async function settleAsDropped(transactionId: string): Promise<void> {
  await settleTransactions(chainHandlers);
  await database().chainTransaction.update({
    where: { id: transactionId, unknownSince: { not: null } },
    data: { unknownSince: new Date(Date.now() - 2 * MINUTE_MS) },
  });
  await settleTransactions(chainHandlers);
}
