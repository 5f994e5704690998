import { getAddress } from 'ethers';
import { env } from '@/platform/env';
import type { ChainProfile } from './chain-profile';
import { explorerOf } from './known-explorers';

/** The public data of the configured chain. */
export function readChainProfile(): ChainProfile {
  const { CHAIN_ID, CHAIN_NAME, REGISTRY_ADDRESS, CHAIN_EXPLORER_URL, CHAIN_PUBLIC_RPC_URL } =
    env();
  return {
    chainId: CHAIN_ID,
    name: CHAIN_NAME,
    registryAddress: getAddress(REGISTRY_ADDRESS),
    explorerUrl: explorerOf(CHAIN_ID, CHAIN_EXPLORER_URL),
    publicRpcUrl: CHAIN_PUBLIC_RPC_URL ?? readDemoRpcUrl(),
  };
}

/**
 * The local chain's address for the demo wallet; null outside demonstrations, where the address may hold
 * a provider's key.
 */
export function readDemoRpcUrl(): string | null {
  const { DEMO_MODE, CHAIN_RPC_URL } = env();
  return DEMO_MODE ? (CHAIN_RPC_URL ?? null) : null;
}
