import type { Actor } from '@/accounts/sessions/actor';
import type { ChainTransaction } from '@/generated/prisma/client';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { AppError, isChainAway } from '@/platform/errors';
import { transactionUrl } from '@/registry/contract/chain-profile';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { isTransactionFailure } from '@/registry/contract/transaction-failure';
import type { TransactionProgress } from './transaction-progress-schema';

const STATUSES = {
  PREPARED: 'prepared',
  SENT: 'sent',
  CONFIRMED: 'confirmed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
} as const;

/**
 * Where a transaction is: what the database has decided and, until then, what the chain shows now.
 * @param actor the report's patient or doctor; for others it is not found
 * @throws AppError not-found
 */
export async function readTransactionProgress(
  actor: Actor,
  transactionId: string,
): Promise<TransactionProgress> {
  const asked = await database().chainTransaction.findFirst({
    where: {
      id: transactionId,
      report: { OR: [{ patientId: actor.accountId }, { doctorId: actor.accountId }] },
    },
  });
  if (asked === null) throw new AppError('not-found');
  const transaction = await lastOfBatch(asked);
  const required = env().CHAIN_CONFIRMATIONS;
  const known = {
    status: STATUSES[transaction.status],
    confirmations: transaction.status === 'CONFIRMED' ? required : 0,
    required,
    knownToNetwork: false,
    chainReachable: true,
    transactionHash: transaction.transactionHash,
    explorerUrl:
      transaction.transactionHash === null
        ? null
        : transactionUrl(readChainProfile(), transaction.transactionHash),
    failure: failureOf(transaction),
  };
  if (transaction.status !== 'SENT' || transaction.transactionHash === null) return known;
  try {
    const { isKnown, confirmations } = await askNetwork(transaction.transactionHash);
    if (confirmations === 0) return { ...known, knownToNetwork: isKnown };
    return {
      ...known,
      status: 'in-block',
      knownToNetwork: true,
      confirmations: Math.min(confirmations, required),
    };
  } catch (error) {
    if (!isChainAway(error)) throw error;
    return { ...known, chainReachable: false };
  }
}

/** The follower confirms a batch report by report: the batch is done only when its last report is. */
async function lastOfBatch(asked: ChainTransaction): Promise<ChainTransaction> {
  if (asked.batchId === null || asked.status !== 'CONFIRMED') return asked;
  const unfinished = await database().chainTransaction.findFirst({
    where: { batchId: asked.batchId, status: 'SENT' },
  });
  return unfinished ?? asked;
}

/** Whether the network has a transaction, and the blocks from its own to the head: 0 while it is in none. */
async function askNetwork(hash: string): Promise<{ isKnown: boolean; confirmations: number }> {
  const [receipt, sent, head] = await askChain((rpc) =>
    Promise.all([rpc.getTransactionReceipt(hash), rpc.getTransaction(hash), rpc.getBlockNumber()]),
  );
  if (receipt === null) return { isKnown: sent !== null, confirmations: 0 };
  return { isKnown: true, confirmations: Math.max(1, head - receipt.blockNumber + 1) };
}

function failureOf({ status, failure }: ChainTransaction): TransactionProgress['failure'] {
  if (status !== 'FAILED') return null;
  return failure !== null && isTransactionFailure(failure) ? failure : 'contract-refused';
}
