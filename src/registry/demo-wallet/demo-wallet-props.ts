import type { ChainProfile } from '@/registry/contract/chain-profile';

/** Which chain the demo wallet works on. */
export interface DemoWalletProps {
  chain: ChainProfile;
  /** JSON-RPC address of the local chain, known at run time. */
  rpcUrl: string;
}
