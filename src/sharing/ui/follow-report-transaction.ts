import type { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import { isSettled } from '@/registry/calls/transaction-progress-schema';
import { transactionAnswerSchema } from '@/sharing/anchoring/prepared-transaction';
import { removeSentHash, readSentHash } from './sent-hash-storage';
import { recordTransactionHash } from './record-transaction-hash';

/** What our server answers about a transaction. */
type TransactionAnswer = z.infer<typeof transactionAnswerSchema>;

/**
 * Follows a transaction that our server prepared. When this browser's wallet has sent it and the server does not
 * have its hash yet, the hash is sent to the server again.
 */
export function followReportTransaction(transactionId: string): () => Promise<TransactionAnswer> {
  return async () => {
    const path = `/api/chain-transactions/${transactionId}`;
    const answer = await callApi('GET', path, transactionAnswerSchema);
    if (isSettled(answer)) removeSentHash(transactionId);
    const hash = readSentHash(transactionId);
    if (answer.status !== 'prepared' || hash === null) return answer;
    await recordTransactionHash(transactionId, hash);
    return { ...answer, status: 'sent', prepared: null, relay: null };
  };
}
