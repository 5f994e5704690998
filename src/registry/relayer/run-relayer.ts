import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';
import { database } from '@/platform/database/database';
import { relayerWallet } from './relayer-wallet';
import { dueCalls } from './postpone-call';
import { sendDueCall } from './send-due-call';
import type { SendingRule } from './sending-plan';
import { watchSentCall } from './watch-sent-call';

/** Calls of one run, so that a worker that is stopping does not have to finish a long queue. */
const AT_ONCE = 20;

/**
 * Sends what patients have signed and what is due, and looks after what was sent: sends it again when the network
 * does not have it, as after a crash or a reorganisation, and raises the price of what waits too long. One worker at
 * a time, so that no nonce is used twice. Without a relayer's key it does nothing.
 * @param readRule the rule by which calls wait for a low price, asked only when one does
 * @returns how many calls were sent
 * @throws AppError chain-unavailable, database-unavailable; server-busy when another worker does not finish
 */
export async function runRelayer(
  handlers: SettleHandlers,
  readRule: () => Promise<SendingRule>,
): Promise<number> {
  const wallet = relayerWallet();
  if (wallet === null || !(await hasWork())) return 0;
  return withNonceLock(wallet.address, async () => {
    const sent = await database().relayedCall.findMany({
      where: { state: 'SENT' },
      orderBy: { nonce: 'asc' },
    });
    for (const call of sent) await watchSentCall(wallet, call);
    const due = await database().relayedCall.findMany({
      where: await dueCalls(),
      orderBy: [{ sendAfter: 'asc' }, { createdAt: 'asc' }],
      take: AT_ONCE,
    });
    const rule = due.some(({ whenCheap }) => whenCheap) ? await readRule() : null;
    let count = 0;
    for (const call of due) if (await sendDueCall(wallet, call, handlers, rule)) count += 1;
    return count;
  });
}

/** Asked before the lock is taken: most of the time there is nothing to do. */
async function hasWork(): Promise<boolean> {
  const some = await database().relayedCall.findFirst({
    where: { OR: [{ state: 'SENT' }, await dueCalls()] },
    select: { id: true },
  });
  return some !== null;
}
