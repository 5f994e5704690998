import { z } from 'zod';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { requireAccount } from './connect-account';
import { askWallet, type Eip1193Provider } from './eip1193';
import { ensureChain } from './ensure-chain';

/** A transaction that our server prepared for `eth_sendTransaction`. */
export const callRequestSchema = z.object({
  to: z.string(),
  data: z.string(),
  chainId: z.string(),
  value: z.literal('0x0'),
});

/** 32 bytes of 0x-hex. */
const transactionHash = z.string().regex(/^0x[0-9a-fA-F]{64}$/);

/**
 * Makes the wallet ready: the account shared, the network right. Done before anything is prepared on the
 * server, so that a wrong network or account leaves nothing behind.
 * @throws WalletError
 */
export async function readyWallet(
  provider: Eip1193Provider,
  chain: ChainProfile,
  account: string,
): Promise<void> {
  await requireAccount(provider, account);
  await ensureChain(provider, chain);
}

/**
 * Hands a transaction to the wallet, which shows it to the person with its price.
 * The chain's id travels along, so that a network switched in between makes the wallet refuse.
 * @returns the transaction's hash
 * @throws WalletError
 */
export async function sendCall(
  provider: Eip1193Provider,
  account: string,
  call: z.infer<typeof callRequestSchema>,
): Promise<string> {
  const params = [{ from: account, ...call }];
  return askWallet(provider, transactionHash, 'eth_sendTransaction', params);
}
