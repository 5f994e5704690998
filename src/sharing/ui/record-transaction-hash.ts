import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';

/**
 * Tells the server the hash of a transaction that the wallet has sent; saying it twice does no harm.
 * @throws ApiProblem
 */
export async function tellSent(transactionId: string, transactionHash: string): Promise<void> {
  const path = `/api/chain-transactions/${transactionId}/sent`;
  await callApi('PUT', path, z.undefined(), { transactionHash });
}
