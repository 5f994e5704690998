import { callApi } from '@/platform/http/call-api';
import { DROPPED_AFTER_MS } from '@/registry/contract/transaction-failure';
import {
  transactionProgressSchema,
  type TransactionProgress,
} from '@/registry/calls/transaction-progress-schema';

/**
 * Follows a transaction of which our server keeps nothing, by its hash. When the network has not known it for a
 * minute, the progress names the failure `dropped`, but it is not settled: it may still be mined.
 */
export function followCall(hash: string): () => Promise<TransactionProgress> {
  let unknownSince: number | null = null;
  return async () => {
    const progress = await callApi('GET', `/api/chain-calls/${hash}`, transactionProgressSchema);
    if (!progress.chainReachable) return progress;
    if (progress.status !== 'sent' || progress.knownToNetwork) {
      unknownSince = null;
      return progress;
    }
    unknownSince ??= Date.now();
    const isDropped = Date.now() - unknownSince >= DROPPED_AFTER_MS;
    return isDropped ? { ...progress, failure: 'dropped' } : progress;
  };
}
