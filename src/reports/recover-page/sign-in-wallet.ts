import {
  isPlainSignature,
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

/** 65 bytes as 0x-hex. */
const PLAIN_LENGTH = 132;

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
    requirePlainSignature(String(signature));
    return { identity: await walletIdentity(String(signature), wallet), wallet };
  } catch (cause) {
    if (cause instanceof KitProblem) throw cause;
    throw new KitProblem((t) => t('reports.recoverPage.walletRefused'), cause);
  }
}

/** @throws KitProblem for what is no signature, or that of a contract, which has no fixed length and makes no key */
export function requirePlainSignature(signature: string): void {
  if (isPlainSignature(signature)) return;
  const isOfContract = /^0x([0-9a-f]{2})*$/i.test(signature) && signature.length > PLAIN_LENGTH;
  throw new KitProblem((t) =>
    isOfContract
      ? t('reports.recoverPage.contractSignature')
      : t('reports.recoverPage.noSignature'),
  );
}

/** Wallets refuse a message for another chain than the one that they use. */
async function switchChain(provider: Wallet, chainId: number): Promise<void> {
  if (Number(await provider.request({ method: 'eth_chainId' })) === chainId) return;
  const params = [{ chainId: `0x${chainId.toString(16)}` }];
  await provider.request({ method: 'wallet_switchEthereumChain', params });
}
