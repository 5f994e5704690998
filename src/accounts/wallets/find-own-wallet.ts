import type { Wallet } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isGenuineWallet } from './wallet-mac';

/**
 * A wallet of an account, bound or released; null for another's, and for a row that we did not write.
 * @param address EIP-55
 */
export async function findOwnWallet(
  tx: Transaction,
  accountId: string,
  address: string,
): Promise<Wallet | null> {
  const wallet = await tx.wallet.findFirst({ where: { accountId, address } });
  return wallet !== null && (await isGenuineWallet(tx, wallet)) ? wallet : null;
}
