import { formatEther, parseUnits } from 'ethers';
import type { FeeQuote } from './fee-quote-schema';

/** What a transaction costs, in ether as a decimal number, and in USD where the price of ether is known. */
export interface Cost {
  eth: string;
  usd: number | null;
}

/**
 * What a quoted transaction costs at another price of gas; a layer-2 chain's fee for the data stays.
 * @param gwei base fee and tip together
 */
export function costAt(quote: FeeQuote, gwei: number): Cost {
  const perGas = parseUnits(gwei.toFixed(9), 'gwei');
  return costOf(quote, BigInt(quote.gas) * perGas + BigInt(quote.l1FeeWei ?? 0));
}

/** An amount of wei at the quote's price of ether. */
export function costOf({ ethUsd }: FeeQuote, wei: bigint): Cost {
  const eth = formatEther(wei);
  return { eth, usd: ethUsd === null ? null : Number(eth) * ethUsd };
}
