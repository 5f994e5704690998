import { z } from 'zod';
import { callApi } from '@/platform/call-api';
import type { Eip1193Provider } from '../wallet/eip1193';
import { signText } from '../wallet/sign-text';

const challengeSchema = z.object({ nonce: z.string(), message: z.string() });

/**
 * Proves to the server that the person holds an account, by its signature under the server's message.
 * @param account EIP-55
 * @throws WalletError, ApiProblem
 */
export async function bindWallet(provider: Eip1193Provider, account: string): Promise<void> {
  const { nonce, message } = await callApi('POST', '/api/wallet/challenges', challengeSchema, {
    address: account,
  });
  const signature = await signText(provider, account, message);
  const bound = z.object({ address: z.string() });
  await callApi('POST', '/api/wallet/bindings', bound, { nonce, signature });
}
