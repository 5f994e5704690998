import { formatEther, toQuantity } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { feeHistorySchema, quantitySchema } from './fee-history';
import type { FeeQuote } from './fee-quote-schema';
import { medianTip } from './median-tip';
import { readEthPrice } from './read-eth-price';

/**
 * Gas of `addReport` with 300 bytes of metadata and two viewers, for a price before a report is chosen.
 * Measured; test/integration/registry/fees/fees.test.ts compares it with the contract.
 */
export const TYPICAL_ANCHORING_GAS = 90_000n;

/** Blocks whose tips count: five minutes of a chain with 12-second blocks. */
const BLOCKS = 25;

/** What gas costs at one moment. */
interface GasPrice {
  fees: { baseFee: bigint; priorityFee: bigint; block: number };
  price: Awaited<ReturnType<typeof readEthPrice>>;
}

/**
 * What a transaction of `gas` units costs at this moment, from the chain's own fee history, and in USD when
 * the price feed has a good answer.
 * @param gas units, e.g. from estimateGas
 * @throws AppError chain-unavailable
 */
export async function quoteFee(gas: bigint): Promise<FeeQuote> {
  return priceGas(gas, await readGasPrice());
}

/**
 * What gas costs at this moment, to price several amounts alike.
 * @throws AppError chain-unavailable
 */
export async function readGasPrice(): Promise<GasPrice> {
  const [fees, price] = await Promise.all([readFees(), readEthPrice()]);
  return { fees, price };
}

/** Prices an amount of gas. */
export function priceGas(gas: bigint, { fees, price }: GasPrice): FeeQuote {
  const costWei = gas * (fees.baseFee + fees.priorityFee);
  const costEth = formatEther(costWei);
  return {
    gas: Number(gas),
    gasLimit: Number(withMargin(gas)),
    baseFeeWei: fees.baseFee.toString(),
    priorityFeeWei: fees.priorityFee.toString(),
    costWei: costWei.toString(),
    costEth,
    costUsd: price.known ? Number(costEth) * price.usd : null,
    ethUsd: price.known ? price.usd : null,
    priceProblem: price.known ? null : price.problem,
    block: fees.block,
    asOf: new Date().toISOString(),
  };
}

/** A quarter more than the estimate: the state may change a little until the transaction is carried out. */
export function withMargin(gas: bigint): bigint {
  return (gas * 5n) / 4n;
}

async function readFees(): Promise<GasPrice['fees']> {
  return askChain(async (rpc) => {
    const answer: unknown = await rpc.send('eth_feeHistory', [toQuantity(BLOCKS), 'latest', [50]]);
    const history = feeHistorySchema.parse(answer);
    return {
      baseFee: history.baseFeePerGas.at(-1) ?? 0n,
      priorityFee:
        medianTip(history) ?? quantitySchema.parse(await rpc.send('eth_maxPriorityFeePerGas', [])),
      block: Number(history.oldestBlock) + history.gasUsedRatio.length - 1,
    };
  });
}
