import { z } from 'zod';
import { chainIdHex, type ChainProfile } from '@/registry/contract/chain-profile';
import { toWalletError, WalletError } from './wallet-errors';
import { askWallet, hex, onWalletEvent, type Eip1193Provider } from './eip1193';

/** `chainChanged` can come after the wallet has answered the switch. */
const SWITCH_PATIENCE_MS = 5_000;

/** The chain that the wallet uses for this site now. */
export async function readChainId(provider: Eip1193Provider): Promise<number> {
  return Number(await askWallet(provider, hex, 'eth_chainId'));
}

/**
 * Switches the wallet to our chain, and adds the chain to it first when it does not have it.
 * @throws WalletError rejected, unknown-network, wrong-network and others
 */
export async function ensureChain(provider: Eip1193Provider, chain: ChainProfile): Promise<void> {
  if ((await readChainId(provider)) === chain.chainId) return;
  try {
    await requestSwitch(provider, chain);
  } catch (error) {
    if (toWalletError(error, 'network').code !== 'unknown-network') throw error;
    await requestAdd(provider, chain);
    // Most wallets offer the switch together with the new chain, some do not.
    if (!(await arrives(provider, chain))) await requestSwitch(provider, chain);
  }
  if (!(await arrives(provider, chain))) {
    throw new WalletError('wrong-network', {
      detail: (t) => t('registry.ensureChain.notYet', { name: chain.name }),
    });
  }
}

async function requestSwitch(provider: Eip1193Provider, chain: ChainProfile): Promise<void> {
  const params = [{ chainId: chainIdHex(chain) }];
  await askWallet(provider, z.unknown(), 'wallet_switchEthereumChain', params);
}

async function requestAdd(provider: Eip1193Provider, chain: ChainProfile): Promise<void> {
  if (chain.publicRpcUrl === null) {
    throw new WalletError('unknown-network', {
      detail: (t) =>
        t('registry.ensureChain.unknownNetwork', {
          name: chain.name,
          chainId: String(chain.chainId),
        }),
    });
  }
  const params = [
    {
      chainId: chainIdHex(chain),
      chainName: chain.name,
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: [chain.publicRpcUrl],
      ...(chain.explorerUrl === null ? {} : { blockExplorerUrls: [chain.explorerUrl] }),
    },
  ];
  await askWallet(provider, z.unknown(), 'wallet_addEthereumChain', params);
}

/** Whether the wallet is on the chain, now or within a few seconds. */
async function arrives(provider: Eip1193Provider, chain: ChainProfile): Promise<boolean> {
  if ((await readChainId(provider)) === chain.chainId) return true;
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, SWITCH_PATIENCE_MS);
    const stop = onWalletEvent(provider, 'chainChanged', finish);
  });
  return (await readChainId(provider)) === chain.chainId;
}
