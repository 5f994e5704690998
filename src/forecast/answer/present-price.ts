import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import type { FeeChain } from '../history/fee-chain';

const WEI_PER_GWEI = 1e9;

/**
 * The price of gas now, gwei: the one that is quoted for the transaction itself, and no other.
 * @param quote null when the chain could not be asked
 * @returns null where it is not known, or where the forecast is of another market than the quote
 */
export function presentPrice({ isOwn }: FeeChain, quote: FeeQuote | null): number | null {
  if (quote === null || !isOwn) return null;
  const wei = BigInt(quote.baseFeeWei) + BigInt(quote.priorityFeeWei);
  return wei > 0n ? Number(wei) / WEI_PER_GWEI : null;
}
