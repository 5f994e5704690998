import { toQuantity } from 'ethers';

/** The public data of the chain that the server passes to the browser. */
export interface ChainProfile {
  chainId: number;
  name: string;
  /** EIP-55. */
  registryAddress: string;
  /** Block explorer, without a slash at its end. */
  explorerUrl: string | null;
  /** A public RPC address of the chain, for wallets that do not have the chain. */
  publicRpcUrl: string | null;
}

/** The chain's id as wallets write it. */
export function chainIdHex({ chainId }: ChainProfile): string {
  return toQuantity(chainId);
}

/** The page about a transaction at the block explorer, or null when there is no explorer. */
export function transactionUrl({ explorerUrl }: ChainProfile, hash: string): string | null {
  return explorerUrl === null ? null : `${explorerUrl}/tx/${hash}`;
}
