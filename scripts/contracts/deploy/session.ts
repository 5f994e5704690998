import { type JsonRpcProvider, Wallet } from 'ethers';
import { MINUTE_MS } from '@/platform/time/durations';

/** Chains of one machine (Hardhat and Anvil; Ganache): no money, no explorer, no Chainlink feed. */
export const LOCAL_CHAIN_IDS: readonly number[] = [31337, 1337];

/**
 * Blocks, the transaction's own included, after which nothing is expected to undo it: as many as the
 * portal waits for by default (CHAIN_CONFIRMATIONS), so that what is recorded here counts there.
 */
const CONFIRMATIONS = 3;

/** Three blocks of Sepolia take 36 seconds; what takes this long has too low a fee, or a dead node. */
const PATIENCE_MS = 10 * MINUTE_MS;

/** One account that deploys on one chain. */
export interface Session {
  provider: JsonRpcProvider;
  wallet: Wallet;
  chainId: number;
  isLocal: boolean;
  /** Confirmations after which a transaction is relied upon. */
  confirmations: number;
  /** Longest wait for one transaction, in milliseconds. */
  patienceMs: number;
  /** Milliseconds between two questions while waiting. */
  pollingMs: number;
  /** Hears what happens, a line at a time. */
  print: (line: string) => void;
}

/**
 * Finds out which chain the node is on.
 * @throws Error at once when the node does not answer
 */
export async function openSession(
  provider: JsonRpcProvider,
  options: { deployerKey: string; patienceMs?: number; onProgress?: (line: string) => void },
): Promise<Session> {
  // getNetwork() retries a dead node without end.
  const chainId = Number((await provider._detectNetwork()).chainId);
  const isLocal = LOCAL_CHAIN_IDS.includes(chainId);
  return {
    provider,
    wallet: new Wallet(options.deployerKey, provider),
    chainId,
    isLocal,
    confirmations: isLocal ? 1 : CONFIRMATIONS,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    pollingMs: isLocal ? 100 : 1_000,
    print: options.onProgress ?? (() => undefined),
  };
}
