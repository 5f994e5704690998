import { JsonRpcProvider } from 'ethers';
import type { ChainProfile } from '@/registry/contract/chain-profile';

let node: JsonRpcProvider | undefined;

/** The local chain that the demo wallet speaks to; one connection per page. */
export function demoNode(chain: ChainProfile, rpcUrl: string): JsonRpcProvider {
  node ??= new JsonRpcProvider(rpcUrl, chain.chainId, { staticNetwork: true, cacheTimeout: -1 });
  return node;
}
