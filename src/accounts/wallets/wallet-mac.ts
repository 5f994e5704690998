import type { Wallet } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Whose wallet it is. */
export type WalletFields = Pick<Wallet, 'accountId' | 'address'>;

/** Authenticates that a wallet signed for an account. */
export function walletMac(tx: Transaction, wallet: WalletFields): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'wallet', walletFields(wallet));
}

/** Whether the wallet signed for this account. */
export async function isGenuineWallet(
  tx: Transaction,
  wallet: WalletFields & Pick<Wallet, 'mac'>,
): Promise<boolean> {
  return isSameMac(wallet.mac, await walletMac(tx, wallet));
}

/** The fields in the order in which they are authenticated. */
export function walletFields({ accountId, address }: WalletFields): ProofFields {
  return [accountId, address];
}
