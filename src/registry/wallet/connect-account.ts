import { getAddress } from 'ethers';
import { z } from 'zod';
import { shortAddress } from '@/registry/contract/short-address';
import { toWalletError, WalletError } from './wallet-errors';
import { accountList, askWallet, type Eip1193Provider } from './eip1193';

/**
 * Asks the wallet for an account; the person chooses it in the wallet when this site is new to it.
 * @returns EIP-55
 * @throws WalletError
 */
export async function connectAccount(provider: Eip1193Provider): Promise<string> {
  const [account] = await askWallet(provider, accountList, 'eth_requestAccounts');
  if (account === undefined) throw new WalletError('no-account');
  return getAddress(account);
}

/**
 * Asks the wallet for one certain account. It need not be the selected one, only shared with this site.
 * @param address EIP-55
 * @throws WalletError wrong-account with a sentence that names it
 */
export async function requireAccount(provider: Eip1193Provider, address: string): Promise<void> {
  const shared = await askWallet(provider, accountList, 'eth_requestAccounts');
  if (shared.some((account) => getAddress(account) === address)) return;
  throw new WalletError('wrong-account', {
    detail: (t) =>
      t('registry.connectAccount.otherAccount', {
        address: shortAddress(address),
      }),
  });
}

/**
 * Opens the wallet's choice of accounts for this site (EIP-2255), where the wallet has one.
 * @throws WalletError
 */
export async function chooseOtherAccount(provider: Eip1193Provider): Promise<string> {
  try {
    await askWallet(provider, z.unknown(), 'wallet_requestPermissions', [{ eth_accounts: {} }]);
  } catch (error) {
    if (toWalletError(error, 'account').code !== 'unsupported') throw error;
  }
  return connectAccount(provider);
}
