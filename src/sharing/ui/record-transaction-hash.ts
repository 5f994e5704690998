import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';

/**
 * Sends the hash of a transaction that the wallet has sent to our server; idempotent.
 * @throws ApiProblem
 */
export async function recordTransactionHash(
  transactionId: string,
  transactionHash: string,
): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}/sent`;
  await callApi('PUT', path, z.undefined(), { transactionHash });
}
