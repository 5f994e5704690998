import type { Actor } from '@/accounts/sessions/actor';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { hurryRelayedCall } from '@/registry/relayer/change-waiting-calls';
import { lockOwnTransactions } from './lock-own-transactions';

/**
 * Ends the wait for a low price: the clinic sends at once what the patient has signed. Idempotent until it is sent.
 * @throws AppError not-found; wrong-state when it was not signed, or is sent, cancelled or failed
 */
export async function sendAtOnce(actor: Actor, transactionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const locked = await lockOwnTransactions(tx, actor, transactionId);
    const callId = locked[0]?.transaction.relayedCallId ?? null;
    const waits = locked.every(({ transaction }) => transaction.status === 'PREPARED');
    if (callId === null || !waits) throw new AppError('wrong-state');
    await hurryRelayedCall(tx, callId);
  });
}
