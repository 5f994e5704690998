import { formatUnits } from 'ethers';
import type { FeeQuote } from '@/registry/fees/fee-quote';
import { ethText, roundUsdText, usdText } from '@/registry/fees/fee-text';

/** How a price per gas is told: as what one transaction costs, in dollars where their price is known. */
export interface CostScale {
  /** Of one transaction: in dollars, or in ether. */
  value: (gwei: number) => number;
  /** A value in words. */
  text: (value: number) => string;
  /** A price per gas in a sentence: `$1.30`, or ether. */
  roundText: (gwei: number) => string;
  /** The same in ether beside dollars; null where the value is in ether already. */
  ethText: ((gwei: number) => string) | null;
  /** A mark on an axis. */
  axisText: (value: number) => string;
  /** What the numbers are. */
  caption: string;
}

const GWEI = 1e9;

/**
 * The scale of one transaction.
 * @param quote Its price now; null when that could not be asked: costs are then in ether.
 * @param typicalGas Its gas where no price says it.
 */
export function costScale(quote: FeeQuote | null, typicalGas: number): CostScale {
  const gas = BigInt(quote?.gas ?? typicalGas);
  const eth = (gwei: number): number =>
    Number(formatUnits(BigInt(Math.round(gwei * GWEI)) * gas, 'ether'));
  const ethUsd = quote?.ethUsd ?? null;
  if (ethUsd === null) {
    return {
      value: eth,
      text: (value) => ethText(String(value)),
      roundText: (gwei) => ethText(eth(gwei).toPrecision(2)),
      ethText: null,
      axisText: shortText,
      caption: 'Cost of one transaction in ETH',
    };
  }
  return {
    value: (gwei) => eth(gwei) * ethUsd,
    text: (value) => usdText(value >= 0.1 ? Math.round(100 * value) / 100 : value),
    roundText: (gwei) => roundUsdText(eth(gwei) * ethUsd),
    ethText: (gwei) => ethText(String(eth(gwei))),
    axisText: (value) => `$${shortText(value)}`,
    caption: `Cost of one transaction, at ${usdText(ethUsd)} for 1 ETH`,
  };
}

/** Three digits are enough to read a height. */
function shortText(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(value);
}
