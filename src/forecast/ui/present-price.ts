import { formatUnits } from 'ethers';
import type { FeeQuote } from '@/registry/fee-quote';
import type { ForecastAnswer } from '../answer/forecast-answer';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

/**
 * What gas costs now on the chain of the forecast, gwei: as just quoted where reports are anchored on
 * that very chain, else in the last hour that is known.
 */
export function presentPrice({ source, chain, current }: Ready, quote: FeeQuote | null): number {
  if (quote === null || source === 'SIMULATED' || !chain.isOwn) return current;
  const wei = BigInt(quote.baseFeeWei) + BigInt(quote.priorityFeeWei);
  return wei > 0n ? Number(formatUnits(wei, 'gwei')) : current;
}
