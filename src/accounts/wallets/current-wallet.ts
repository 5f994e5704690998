import { database } from '@/platform/database/database';
import { isGenuineWallet } from './wallet-mac';

/** The wallet that is bound to an account now, EIP-55, or null. */
export async function currentWallet(accountId: string): Promise<string | null> {
  const wallet = await database().wallet.findFirst({ where: { accountId, releasedAt: null } });
  if (wallet === null || !(await isGenuineWallet(database(), wallet))) return null;
  return wallet.address;
}
