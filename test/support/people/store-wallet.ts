import { walletMac } from '@/accounts/wallets/wallet-mac';
import { database } from '@/platform/database/database';

/** Makes a wallet an account's, as binding it would. */
export async function storeWallet(accountId: string, address: string): Promise<void> {
  const wallet = { accountId, address };
  await database().wallet.create({ data: { ...wallet, mac: await walletMac(database(), wallet) } });
}
