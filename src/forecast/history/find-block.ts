import { toQuantity } from 'ethers';
import { z } from 'zod';
import { AppError } from '@/platform/errors';
import { askFeeChain } from './fee-chain';

const quantity = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform(Number);
const blockSchema = z.object({ number: quantity, timestamp: quantity });

/** A block's place and time. */
export interface BlockTime {
  number: number;
  /** Unix seconds. */
  timestamp: number;
}

/** Calls of one search; a chain of steady blocks needs three to five. */
const MOST_CALLS = 40;

/** @throws AppError chain-unavailable, also when the answer is no block. */
export async function readBlock(number: number | 'latest'): Promise<BlockTime> {
  const tag = number === 'latest' ? number : toQuantity(number);
  const block = blockSchema.safeParse(await askFeeChain('eth_getBlockByNumber', [tag, false]));
  if (!block.success) throw new AppError('chain-unavailable', { cause: block.error });
  return block.data;
}

/**
 * The first block at or after a moment, guessed from the blocks around it and checked. Blocks much older
 * than it are not asked for, as long as newer ones can answer: some nodes have forgotten them.
 * @param low A block before the moment, or the chain's first.
 * @param high A block at or after the moment.
 */
export async function findBlock(
  seconds: number,
  low: BlockTime,
  high: BlockTime,
): Promise<BlockTime> {
  if (seconds <= low.timestamp) return low;
  let [below, above] = [low, high];
  const pace = (high.timestamp - low.timestamp) / Math.max(1, high.number - low.number);
  // Back from the newer end, twice as far as a steady chain needs, and twice as far again.
  let reach = 2 * Math.max(1, Math.ceil((high.timestamp - seconds) / Math.max(1, pace)));
  while (below === low && high.number - reach > low.number) {
    const block = await readBlock(high.number - reach);
    if (block.timestamp >= seconds) above = block;
    else below = block;
    reach *= 2;
  }
  for (let call = 0; above.number - below.number > 1 && call < MOST_CALLS; call++) {
    const span = above.number - below.number;
    const share = (seconds - below.timestamp) / (above.timestamp - below.timestamp);
    // Every third guess halves: uneven blocks must not make the search crawl.
    const guess = call % 3 === 2 ? span >> 1 : Math.round(share * span);
    const block = await readBlock(below.number + Math.min(span - 1, Math.max(1, guess)));
    if (block.timestamp >= seconds) above = block;
    else below = block;
  }
  return above;
}
