import {
  isError,
  Transaction,
  type TransactionReceipt,
  type TransactionRequest,
  type TransactionResponse,
} from 'ethers';
import type { Session } from './session';
import { untilConfirmed } from './wait';

/**
 * Signs a transaction, sends it and waits until it can be relied upon.
 * @param transaction with the nonce that it must take, or else it takes the first unused one
 * @param record receives the signed transaction before the network does
 * @throws Error when it reverts or is not confirmed in time
 */
export async function send(
  session: Session,
  transaction: TransactionRequest,
  record: (signed: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<TransactionReceipt> {
  const { provider, wallet } = session;
  const nonce = transaction.nonce ?? (await provider.getTransactionCount(wallet.address, 'latest'));
  const filled = await wallet.populateTransaction({ ...transaction, nonce });
  const signed = Transaction.from(await wallet.signTransaction(filled));
  await record(signed);
  const { hash } = await broadcast(session, signed);
  session.print(`Sent ${hash}`);
  return await untilConfirmed(session, hash);
}

async function broadcast({ provider }: Session, signed: Transaction): Promise<TransactionResponse> {
  try {
    return await provider.broadcastTransaction(signed.serialized);
  } catch (error) {
    if (!isError(error, 'NONCE_EXPIRED') && !isError(error, 'REPLACEMENT_UNDERPRICED')) throw error;
    throw new Error(
      `Another transaction of the deployer has taken nonce ${signed.nonce}. Run this again to see which.`,
      { cause: error },
    );
  }
}
