import { randomBytes } from 'node:crypto';
import { formatEther, hexlify, toQuantity } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { feeHistorySchema, quantitySchema } from './fee-history';
import type { FeeQuote } from './fee-quote-schema';
import { medianTip } from './median-tip';
import { readEthPrice } from './read-eth-price';
import { readL1Fee } from './read-l1-fee';

/**
 * Gas of `addReport` with 300 bytes of metadata and two viewers, for a price before a report is chosen.
 * Measured; test/integration/registry/fees/fees.test.ts compares it with the contract.
 */
export const TYPICAL_ANCHORING_GAS = 90_000n;

/** Bytes of such a call. Encrypted data and hashes do not compress, so random bytes cost as much. */
const TYPICAL_CALL_BYTES = 676;

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
 * @param call what is sent: on a layer-2 chain its data costs too; by default a typical anchoring
 * @throws AppError chain-unavailable
 */
export async function quoteFee(gas: bigint, call = typicalCall()): Promise<FeeQuote> {
  const [price, l1Fee] = await Promise.all([readGasPrice(), readL1Fee(call, gas)]);
  return priceGas(gas, price, l1Fee);
}

function typicalCall() {
  return { to: env().REGISTRY_ADDRESS, data: hexlify(randomBytes(TYPICAL_CALL_BYTES)) };
}

/**
 * What gas costs at this moment, to price several amounts alike.
 * @throws AppError chain-unavailable
 */
export async function readGasPrice(): Promise<GasPrice> {
  const [fees, price] = await Promise.all([readFees(), readEthPrice()]);
  return { fees, price };
}

/**
 * Prices an amount of gas.
 * @param l1Fee wei that a layer-2 chain charges for the data (readL1Fee)
 */
export function priceGas(gas: bigint, { fees, price }: GasPrice, l1Fee: bigint): FeeQuote {
  const costWei = gas * (fees.baseFee + fees.priorityFee) + l1Fee;
  const costEth = formatEther(costWei);
  return {
    gas: Number(gas),
    gasLimit: Number(withMargin(gas)),
    baseFeeWei: fees.baseFee.toString(),
    priorityFeeWei: fees.priorityFee.toString(),
    ...(l1Fee === 0n ? {} : { l1FeeWei: l1Fee.toString() }),
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
