import { toQuantity } from 'ethers';
import { AppError } from '@/platform/errors';
import { feeHistorySchema } from '@/registry/fees/fee-history';
import { medianTip } from '@/registry/fees/median-tip';
import { at } from '../series/at';
import { askFeeChain } from './fee-chain';

const GWEI = 1e9;

/** What gas cost in some blocks, gwei. */
export interface FeeSample {
  price: number;
  baseLow: number;
  baseMedian: number;
  baseHigh: number;
  priorityFee: number;
  samples: number;
}

/**
 * The fees of consecutive blocks.
 * @param last Number of the last block.
 * @param blocks At most 1,024.
 * @returns undefined when the blocks cost nothing: there is nothing to learn from a chain without fees.
 * @throws AppError chain-unavailable, also when the answer is no fee history.
 */
export async function sampleFees(last: number, blocks: number): Promise<FeeSample | undefined> {
  const answer = feeHistorySchema.safeParse(
    await askFeeChain('eth_feeHistory', [toQuantity(blocks), toQuantity(last), [50]]),
  );
  if (!answer.success) throw new AppError('chain-unavailable', { cause: answer.error });
  const bases = answer.data.baseFeePerGas.slice(0, -1).map((wei) => Number(wei) / GWEI);
  const sorted = bases.toSorted((a, b) => a - b);
  const priorityFee = Number(medianTip(answer.data) ?? 0n) / GWEI;
  const price = bases.reduce((sum, base) => sum + base, 0) / bases.length + priorityFee;
  if (!(price > 0)) return undefined;
  return {
    price,
    baseLow: quantile(sorted, 0.1),
    baseMedian: quantile(sorted, 0.5),
    baseHigh: quantile(sorted, 0.9),
    priorityFee,
    samples: bases.length,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return at(sorted, Math.round(share * (sorted.length - 1)));
}
