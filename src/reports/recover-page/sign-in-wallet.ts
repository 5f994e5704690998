import {
  walletIdentity,
  walletKeyMessage,
  type WalletKey,
} from '@/vault/recovery-kit/wallet-identity';
import { KitProblem } from './kit-problem';

/** The part of EIP-1193 that is needed here. */
interface Wallet {
  request: (call: { method: string; params?: readonly unknown[] }) => Promise<unknown>;
}

declare global {
  interface Window {
    ethereum?: Wallet;
  }
}

/** Whether a wallet offers itself to this page; to a file that was opened from a disk, most do not. */
export function hasWallet(): boolean {
  return window.ethereum !== undefined;
}

/**
 * Has the wallet sign, and derives the key of its kit.
 * @returns the age identity, and the wallet's address
 * @throws KitProblem
 */
export async function signInWallet(
  which: Omit<WalletKey, 'owner'>,
): Promise<{ identity: string; wallet: string }> {
  const provider = window.ethereum;
  if (provider === undefined) throw new KitProblem((t) => t('reports.recoverPage.noWallet'));
  try {
    const accounts = await provider.request({ method: 'eth_requestAccounts' });
    const wallet: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
    if (typeof wallet !== 'string') throw new Error('The wallet shares no account');
    await switchChain(provider, which.chainId);
    const message = JSON.stringify(walletKeyMessage({ ...which, owner: wallet }));
    const signature = await provider.request({
      method: 'eth_signTypedData_v4',
      params: [wallet, message],
    });
    return { identity: await walletIdentity(String(signature), wallet), wallet };
  } catch (cause) {
    throw new KitProblem((t) => t('reports.recoverPage.walletRefused'), cause);
  }
}

/** Wallets refuse a message for another chain than the one that they use. */
async function switchChain(provider: Wallet, chainId: number): Promise<void> {
  if (Number(await provider.request({ method: 'eth_chainId' })) === chainId) return;
  const params = [{ chainId: `0x${chainId.toString(16)}` }];
  await provider.request({ method: 'wallet_switchEthereumChain', params });
}
