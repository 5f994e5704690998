import { FetchRequest, JsonRpcProvider, Network } from 'ethers';
import { askChain, askNode } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { AppError, isAppError } from '@/platform/errors';

const TIMEOUT_MS = 10_000;

/** The chain whose fees are forecast. */
export interface FeeChain {
  id: number;
  name: string;
  /** Whether reports are anchored on this very chain. */
  isOwn: boolean;
}

/** As configured: the chain of the reports, unless another is named for fees. */
export function feeChain(): FeeChain {
  const { FEE_CHAIN_ID, FEE_CHAIN_NAME, CHAIN_ID, CHAIN_NAME } = env();
  const id = FEE_CHAIN_ID ?? CHAIN_ID;
  return { id, name: FEE_CHAIN_NAME ?? CHAIN_NAME, isOwn: id === CHAIN_ID };
}

let provider: { url: string; rpc: JsonRpcProvider } | undefined;

/**
 * One JSON-RPC question to the chain of the fees.
 * @throws AppError chain-unavailable, wrong-chain
 */
export async function askFeeChain(method: string, params: unknown[]): Promise<unknown> {
  const { FEE_RPC_URL } = env();
  if (FEE_RPC_URL === undefined) return askChain((rpc) => rpc.send(method, params));
  try {
    return await askNode(rpcOf(FEE_RPC_URL), feeChain().id, (rpc) => rpc.send(method, params));
  } catch (error) {
    if (isAppError(error)) throw error;
    // The address may hold a key, which must not reach the log.
    const reason = error instanceof Error ? error.message : String(error);
    const cause = new Error(reason.replaceAll(FEE_RPC_URL, '<node>'));
    throw new AppError('chain-unavailable', { cause });
  }
}

function rpcOf(url: string): JsonRpcProvider {
  if (provider?.url !== url) {
    const request = new FetchRequest(url);
    request.timeout = TIMEOUT_MS;
    const network = Network.from(feeChain().id);
    provider = {
      url,
      rpc: new JsonRpcProvider(request, network, { staticNetwork: network, cacheTimeout: -1 }),
    };
  }
  return provider.rpc;
}
