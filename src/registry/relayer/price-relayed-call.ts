import { hexlify } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { withMargin } from '@/registry/fees/quote-fee';
import { readL1Fee } from '@/registry/fees/read-l1-fee';

/** What a call needs and costs now. */
export interface RelayPrice {
  gasLimit: bigint;
  /** Wei per gas unit. */
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  /** The most that it can cost: the whole limit at the highest price, and a layer-2 chain's fee for the data. */
  mostWei: bigint;
}

/** A replacement must offer a tenth more of both (go-ethereum, `PriceBump`); an eighth is safely more. */
const raise = (wei: bigint) => (wei * 9n) / 8n + 1n;

/** As RelayPrice, with what the simulation used. */
interface SimulatedPrice extends RelayPrice {
  gas: bigint;
}

/**
 * Simulates a signed call as the relayer would send it, and prices it.
 * @throws AppError chain-refused with the contract's reason; chain-unavailable
 */
export async function priceRelayedCall(
  relayer: string,
  callData: Uint8Array,
): Promise<SimulatedPrice> {
  const gas = await estimateGas(relayer, { ...callOf(callData), chainId: '', value: '0x0' });
  return { ...(await priceLimit(callData, withMargin(gas), null)), gas };
}

/**
 * Prices a transaction that replaces one with the same nonce, and outbids it. It is not simulated: the node would do
 * so on top of the one that waits.
 * @throws AppError chain-unavailable
 */
export function priceReplacement(
  callData: Uint8Array,
  sent: Pick<RelayPrice, 'gasLimit' | 'maxFeePerGas' | 'maxPriorityFeePerGas'>,
): Promise<RelayPrice> {
  return priceLimit(callData, sent.gasLimit, sent);
}

async function priceLimit(
  callData: Uint8Array,
  gasLimit: bigint,
  above: Pick<RelayPrice, 'maxFeePerGas' | 'maxPriorityFeePerGas'> | null,
): Promise<RelayPrice> {
  const [fees, l1Fee] = await Promise.all([
    askChain((rpc) => rpc.getFeeData()),
    readL1Fee(callOf(callData), gasLimit),
  ]);
  const tip = atLeast(fees.maxPriorityFeePerGas ?? 0n, above?.maxPriorityFeePerGas);
  const maxFeePerGas = atLeast(fees.maxFeePerGas ?? fees.gasPrice ?? 0n, above?.maxFeePerGas);
  return {
    gasLimit,
    maxFeePerGas,
    maxPriorityFeePerGas: tip,
    mostWei: gasLimit * maxFeePerGas + l1Fee,
  };
}

function callOf(callData: Uint8Array) {
  return { to: env().REGISTRY_ADDRESS, data: hexlify(callData) };
}

function atLeast(now: bigint, before: bigint | undefined): bigint {
  if (before === undefined) return now;
  const raised = raise(before);
  return raised > now ? raised : now;
}
