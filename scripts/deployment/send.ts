import { Transaction, type TransactionReceipt, type TransactionRequest } from 'ethers';
import type { Session } from './session';
import { untilConfirmed } from './wait';

/**
 * Signs a transaction, sends it and waits until it can be relied upon.
 * @param record hears of the signed transaction before the network does
 * @throws Error when it reverts or is not confirmed in time
 */
export async function send(
  session: Session,
  transaction: TransactionRequest,
  record: (signed: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<TransactionReceipt> {
  const { provider, wallet } = session;
  // The first unused nonce rather than the first unsent one: should a transaction that was believed
  // lost come back, the network mines one of the two.
  const nonce = await provider.getTransactionCount(wallet.address, 'latest');
  const filled = await wallet.populateTransaction({ ...transaction, nonce });
  const signed = Transaction.from(await wallet.signTransaction(filled));
  await record(signed);
  const { hash } = await provider.broadcastTransaction(signed.serialized);
  session.say(`Sent ${hash}`);
  return await untilConfirmed(session, hash);
}
