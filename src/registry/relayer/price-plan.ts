import { costAt } from '@/registry/fees/cost-at';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import type { PricedPlan, SendingPlan } from './sending-plan';

/**
 * The costs of a plan for one transaction.
 * @param quote of the transaction that waits
 */
export function pricePlan(
  { likely, price, latest, most }: SendingPlan,
  quote: FeeQuote,
): PricedPlan {
  return { likely, cost: costAt(quote, price), latest, most: costAt(quote, most) };
}
