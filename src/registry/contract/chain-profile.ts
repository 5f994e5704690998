import { toQuantity } from 'ethers';

/** What a page may know of the chain: public data only, handed from the server to the browser. */
export interface ChainProfile {
  chainId: number;
  name: string;
  /** EIP-55. */
  registryAddress: string;
  /** Block explorer, without a slash at its end. */
  explorerUrl: string | null;
  /** An address of the chain that anybody may use, for wallets that do not know the chain. */
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
