import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';

/**
 * The relayer's next nonce. What was noted counts although the network may not have it: a worker can have died
 * between the note and the sending. Call it under the nonce lock.
 * @throws AppError chain-unavailable
 */
export async function chooseNonce(relayer: string): Promise<number> {
  const pending = await askChain((rpc) => rpc.getTransactionCount(relayer, 'pending'));
  const { _max } = await database().relayedCall.aggregate({
    where: { relayer, state: 'SENT' },
    _max: { nonce: true },
  });
  return Math.max(pending, _max.nonce === null ? 0 : Number(_max.nonce) + 1);
}
