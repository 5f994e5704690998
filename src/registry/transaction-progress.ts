import type { Actor } from '@/accounts/actor';
import type { ChainTransaction } from '@/generated/prisma/client';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database';
import { env } from '@/platform/env';
import { AppError, isAppError } from '@/platform/errors';
import { isTransactionFailure, TRANSACTION_FAILURES } from './transaction-failure';
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
 * @param actor the report's patient or doctor; anybody else's is not found
 * @throws AppError not-found
 */
export async function readTransactionProgress(
  actor: Actor,
  transactionId: string,
): Promise<TransactionProgress> {
  const transaction = await database().chainTransaction.findFirst({
    where: {
      id: transactionId,
      report: { OR: [{ patientId: actor.accountId }, { doctorId: actor.accountId }] },
    },
  });
  if (transaction === null) throw new AppError('not-found');
  const required = env().CHAIN_CONFIRMATIONS;
  const known = {
    status: STATUSES[transaction.status],
    confirmations: transaction.status === 'CONFIRMED' ? required : 0,
    required,
    chainReachable: true,
    transactionHash: transaction.transactionHash,
    explorerUrl: explorerUrl(transaction.transactionHash),
    failure: failureOf(transaction),
  };
  if (transaction.status !== 'SENT' || transaction.transactionHash === null) return known;
  try {
    const seen = await countConfirmations(transaction.transactionHash);
    if (seen === 0) return known;
    return { ...known, status: 'in-block', confirmations: Math.min(seen, required) };
  } catch (error) {
    if (!isAppError(error, 'chain-unavailable')) throw error;
    return { ...known, chainReachable: false };
  }
}

/** Blocks from the transaction's own to the head; 0 while it is in none. */
async function countConfirmations(hash: string): Promise<number> {
  const [receipt, head] = await askChain((rpc) =>
    Promise.all([rpc.getTransactionReceipt(hash), rpc.getBlockNumber()]),
  );
  return receipt === null ? 0 : Math.max(1, head - receipt.blockNumber + 1);
}

function explorerUrl(hash: string | null): string | null {
  const explorer = env().CHAIN_EXPLORER_URL;
  return explorer === undefined || hash === null
    ? null
    : `${explorer.replace(/\/$/, '')}/tx/${hash}`;
}

function failureOf({ status, failure }: ChainTransaction): TransactionProgress['failure'] {
  if (status !== 'FAILED') return null;
  const code = failure !== null && isTransactionFailure(failure) ? failure : 'contract-refused';
  return { code, sentence: TRANSACTION_FAILURES[code] };
}
