import { askChain } from '@/platform/chain-rpc';
import { explainReverts } from '@/registry/contract/decode-revert';
import type { CallRequest } from './encode-calls';

/**
 * What a call would use now, by the node's own simulation (`eth_estimateGas`).
 * @param from who would send it
 * @returns gas units
 * @throws AppError chain-refused when the contract would refuse it, chain-unavailable
 */
export async function estimateGas(from: string, call: CallRequest): Promise<bigint> {
  return explainReverts(() =>
    askChain((rpc) => rpc.estimateGas({ from, to: call.to, data: call.data })),
  );
}
