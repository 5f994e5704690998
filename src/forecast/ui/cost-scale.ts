import type { Translate } from '@/messages/translator';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { ethText, numberMark, roundUsdText, usdMark, usdText } from '@/registry/fees/fee-text';

/** A rounded cost as the arguments of a sentence; below a cent there is no number. */
export interface RoundCost {
  size: 'tiny' | 'usual';
  cost: string;
}

/** How a price per gas is shown: as what one transaction costs, in dollars where their price is known. */
export interface CostScale {
  /** Of one transaction: in dollars, or in ether. */
  value: (gwei: number) => number;
  /** A value in words. */
  text: (value: number) => string;
  /** A price per gas for a sentence: `$1.30`, or ether. */
  round: (gwei: number) => RoundCost;
  /** The same in ether beside dollars; null where the value is in ether already. */
  ethText: ((gwei: number) => string) | null;
  /** A mark on an axis. */
  axisText: (value: number) => string;
  /** What the numbers are, in a sentence. */
  caption: string;
}

const GWEI = 1e9;
const WEI_PER_ETHER = 1e18;

/**
 * The scale of one transaction.
 * @param quote Its price now; null when that could not be asked: costs are then in ether.
 * @param typicalGas Its gas where no quote has it.
 */
export function costScale(quote: FeeQuote | null, typicalGas: number, t: Translate): CostScale {
  const gas = BigInt(quote?.gas ?? typicalGas);
  const eth = (gwei: number): number =>
    Number(BigInt(Math.round(gwei * GWEI)) * gas) / WEI_PER_ETHER;
  const ethUsd = quote?.ethUsd ?? null;
  if (ethUsd === null) {
    return {
      value: eth,
      text: (value) => ethText(String(value), t),
      round: (gwei) => ({ size: 'usual', cost: ethText(eth(gwei).toPrecision(2), t) }),
      ethText: null,
      axisText: (value) => numberMark(value, t),
      caption: t('forecast.costScale.captionEth'),
    };
  }
  return {
    value: (gwei) => eth(gwei) * ethUsd,
    text: (value) => usdText(value >= 0.1 ? Math.round(100 * value) / 100 : value, t),
    round: (gwei) => {
      const cost = roundUsdText(eth(gwei) * ethUsd, t);
      return cost === null ? { size: 'tiny', cost: '' } : { size: 'usual', cost };
    },
    ethText: (gwei) => ethText(String(eth(gwei)), t),
    axisText: (value) => usdMark(value, t),
    caption: t('forecast.costScale.captionUsd', { price: usdText(ethUsd, t) }),
  };
}
