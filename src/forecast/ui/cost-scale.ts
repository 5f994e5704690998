import { formatUnits } from 'ethers';
import { ethText, gweiText, usdText } from '@/registry/fee-text';
import type { FeeQuote } from '@/registry/fee-quote';

/** How a price per gas is told: as the cost of one transaction where its gas is known. */
export interface CostScale {
  /** Of one transaction in dollars or ether, or per gas. */
  value: (gwei: number) => number;
  text: (gwei: number) => string;
  /** What the numbers mean. */
  caption: string;
}

const GWEI = 1e9;

/** The scale for a transaction, or per gas when its price could not be asked. */
export function costScale(quote: FeeQuote | null): CostScale {
  if (quote === null) {
    return {
      value: (gwei) => gwei,
      text: (gwei) => gweiText(BigInt(Math.round(gwei * GWEI)).toString()),
      caption: 'Price of one unit of gas',
    };
  }
  const { gas, ethUsd } = quote;
  const eth = (gwei: number) =>
    Number(formatUnits(BigInt(Math.round(gwei * GWEI)) * BigInt(gas), 'ether'));
  if (ethUsd === null) {
    return {
      value: eth,
      text: (gwei) => ethText(String(eth(gwei))),
      caption: 'Cost of this transaction in ETH',
    };
  }
  return {
    value: (gwei) => eth(gwei) * ethUsd,
    text: (gwei) => usdText(eth(gwei) * ethUsd),
    caption: `Cost of one transaction at ${usdText(ethUsd)} for 1 ETH`,
  };
}

/** A mark on a chart's axis: two digits are enough to read a height. */
export function axisText(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 }).format(value);
}
