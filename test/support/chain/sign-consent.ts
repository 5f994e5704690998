import type { Wallet } from 'ethers';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';

/** Signs, as a wallet does, what lets the clinic send a prepared transaction. */
export function signConsent(
  wallet: Wallet,
  { consent }: PreparedTransaction,
  change: Record<string, unknown> = {},
): Promise<string> {
  if (consent === null) throw new Error('The clinic does not pay here');
  const { domain, types, message } = consent;
  return wallet.signTypedData(domain, types, { ...message, ...change });
}
