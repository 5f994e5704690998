import { keccak256, type TransactionReceipt, type TransactionResponse } from 'ethers';
import type { SentCreation } from './record';
import type { Session } from './session';
import { untilNothingWaits } from './wait';

/**
 * What became of a creation that was sent: a transaction that is or may be mined, or nothing. While
 * nothing else has its nonce, another creation must take its place: should the lost one come back, the
 * network mines one of the two.
 */
export type Fate = { transaction: string } | { gone: string; place?: Place };

/** The nonce of a creation, and the block after which its transaction is to be looked for. */
export type Place = Pick<SentCreation, 'nonce' | 'sentAtBlock'>;

/**
 * Looks for a registry's creation that an earlier run sent: by its hash, else by the nonce that it
 * takes, since a wallet that raises the fee changes the hash.
 * @throws Error when the node is behind, so that the answer is not known
 */
export async function findCreation(session: Session, sent: SentCreation): Promise<Fate> {
  const { provider, isLocal } = session;
  const { transaction, nonce, sentAtBlock, deployer } = sent;
  const receipt = await provider.getTransactionReceipt(transaction);
  if (receipt !== null) return minedAs(receipt);
  const known = await provider.getTransaction(transaction);
  // A wallet that raised the fee has ousted it by another, which still waits.
  if (known === null) await untilNothingWaits(session, deployer);
  const used = await provider.getTransactionCount(deployer, 'latest');
  if (used > nonce) {
    const { hash, data } = await transactionWithNonce(session, sent);
    if (keccak256(data) !== sent.dataHash) return { gone: `its nonce was used by ${hash}` };
    const other = await provider.getTransactionReceipt(hash);
    return other === null ? { transaction: hash } : minedAs(other);
  }
  if (known !== null) return { transaction };
  if (used < nonce) {
    if (isLocal) return { gone: 'the chain was reset' };
    throw new Error(
      `The node knows of ${used} transactions of ${deployer}, where ${nonce} were before ${transaction} was sent. It is behind, or on another chain: try again later.`,
    );
  }
  return { gone: 'the network does not know it', place: { nonce, sentAtBlock } };
}

function minedAs({ status, hash }: TransactionReceipt): Fate {
  return status === 0 ? { gone: 'it reverted' } : { transaction: hash };
}

/** The mined transaction that took the nonce. */
async function transactionWithNonce(
  { provider }: Session,
  { deployer, nonce, sentAtBlock }: SentCreation,
): Promise<TransactionResponse> {
  let first = sentAtBlock + 1;
  let last = await provider.getBlockNumber();
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    const used = await provider.getTransactionCount(deployer, middle);
    if (used > nonce) last = middle;
    else first = middle + 1;
  }
  const block = await provider.getBlock(first, true);
  const found = block?.prefetchedTransactions.find(
    (transaction) => transaction.from === deployer && transaction.nonce === nonce,
  );
  if (found === undefined) {
    throw new Error(`Transaction ${nonce} of ${deployer} was mined, but the node does not show it`);
  }
  return found;
}
