import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { relayerWallet } from './relayer-wallet';
import { sendDueCall } from './send-due-call';
import { watchSentCall } from './watch-sent-call';

/** Calls of one run, so that a worker that is stopping does not have to finish a long queue. */
const AT_ONCE = 20;

/**
 * Sends what patients have signed and what is due, and looks after what was sent: sends it again when the network
 * does not have it, as after a crash or a reorganisation, and raises the price of what waits too long. One worker at
 * a time, so that no nonce is used twice. Without a relayer's key it does nothing.
 * @returns how many calls were sent
 * @throws AppError chain-unavailable, database-unavailable; server-busy when another worker does not finish
 */
export async function runRelayer(handlers: SettleHandlers): Promise<number> {
  const wallet = relayerWallet();
  if (wallet === null || !(await hasWork())) return 0;
  return withNonceLock(wallet.address, async () => {
    const sent = await database().relayedCall.findMany({
      where: { state: 'SENT' },
      orderBy: { nonce: 'asc' },
    });
    for (const call of sent) await watchSentCall(wallet, call);
    const due = await database().relayedCall.findMany({
      where: { state: 'WAITING', sendAfter: { lte: await databaseNow() } },
      orderBy: { createdAt: 'asc' },
      take: AT_ONCE,
    });
    let count = 0;
    for (const call of due) if (await sendDueCall(wallet, call, handlers)) count += 1;
    return count;
  });
}

/** Asked before the lock is taken: most of the time there is nothing to do. */
async function hasWork(): Promise<boolean> {
  const some = await database().relayedCall.findFirst({
    where: {
      OR: [{ state: 'SENT' }, { state: 'WAITING', sendAfter: { lte: await databaseNow() } }],
    },
    select: { id: true },
  });
  return some !== null;
}
