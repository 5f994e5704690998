import { z } from 'zod';
import { toWalletError, type WalletQuestion } from './wallet-errors';

/** What a wallet offers to a page (EIP-1193). */
export interface Eip1193Provider {
  request(call: { method: string; params?: readonly unknown[] }): Promise<unknown>;
  on?(event: string, listener: (payload: unknown) => void): void;
  removeListener?(event: string, listener: (payload: unknown) => void): void;
}

/** A quantity or bytes as 0x-hex. */
export const hex = z.string().regex(/^0x[0-9a-fA-F]*$/);

/** Accounts, in any spelling. */
export const accountList = z.array(z.string().regex(/^0x[0-9a-fA-F]{40}$/));

/** What a request is about; reading accounts and the like counts as asking for the account. */
const QUESTIONS: Record<string, WalletQuestion> = {
  wallet_switchEthereumChain: 'network',
  wallet_addEthereumChain: 'network',
  personal_sign: 'signature',
  eth_signTypedData_v4: 'signature',
  eth_sendTransaction: 'transaction',
};

/**
 * Asks a wallet and checks its answer.
 * @throws WalletError that names what was asked
 */
export async function askWallet<T>(
  provider: Eip1193Provider,
  answer: z.ZodType<T>,
  method: string,
  params: readonly unknown[] = [],
): Promise<T> {
  try {
    return answer.parse(await provider.request({ method, params }));
  } catch (error) {
    throw toWalletError(error, QUESTIONS[method] ?? 'account');
  }
}

/** Listens to a wallet's event, in wallets that have events; returns the function that stops it. */
export function onWalletEvent(
  provider: Eip1193Provider,
  event: 'accountsChanged' | 'chainChanged' | 'disconnect',
  listener: (payload: unknown) => void,
): () => void {
  provider.on?.(event, listener);
  return () => provider.removeListener?.(event, listener);
}
