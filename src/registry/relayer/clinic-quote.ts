import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { withMargin } from '@/registry/fees/quote-fee';
import { costOf } from '@/registry/fees/cost-at';

/**
 * What a call for an owner costs more than the owner's own: 7,100 to 7,500 gas, and 2,450 for each further report of
 * a batch (test/contracts/claims/gas-snapshot.json).
 */
const MORE_GAS = 7_500n;
const MORE_GAS_EACH = 2_500n;

/**
 * What a step costs when the clinic sends it.
 * @param quote for the patient's own wallet
 * @param reportCount reports of one transaction
 */
export function clinicQuote(quote: FeeQuote, reportCount: number): FeeQuote {
  const gas = BigInt(quote.gas) + MORE_GAS + MORE_GAS_EACH * BigInt(reportCount - 1);
  const perGas = BigInt(quote.baseFeeWei) + BigInt(quote.priorityFeeWei);
  const costWei = gas * perGas + BigInt(quote.l1FeeWei ?? 0);
  const { eth: costEth, usd: costUsd } = costOf(quote, costWei);
  return {
    ...quote,
    gas: Number(gas),
    gasLimit: Number(withMargin(gas)),
    costWei: costWei.toString(),
    costEth,
    costUsd,
  };
}
