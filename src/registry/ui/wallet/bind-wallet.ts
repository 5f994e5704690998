import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';

const challengeSchema = z.object({ nonce: z.string(), message: z.string() });

/**
 * The text that a wallet has to sign to prove whose it is.
 * @param address EIP-55
 * @throws ApiProblem
 */
export async function requestChallenge(address: string): Promise<z.infer<typeof challengeSchema>> {
  return callApi('POST', '/api/wallet/challenges', challengeSchema, { address });
}

/**
 * Makes the wallet that signed the text the account's own.
 * @throws ApiProblem
 */
export async function saveBinding(nonce: string, signature: string): Promise<void> {
  const bound = z.object({ address: z.string() });
  await callApi('POST', '/api/wallet/bindings', bound, { nonce, signature });
}
