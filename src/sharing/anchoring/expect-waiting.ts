import { presentPrice } from '@/forecast/answer/present-price';
import { feeChain } from '@/forecast/history/fee-chain';
import { decideSending } from '@/forecast/stopping/decide-sending';
import { readStopping } from '@/forecast/stopping/stored-stopping';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import type { DaysOfWaiting } from '@/registry/relayer/read-offer';
import { latestSending } from '@/registry/relayer/sending-plan';
import { WAIT_DAYS } from './prepared-transaction';

/**
 * What waiting for a low price will likely come to, for each number of days. None where nothing was learned, where the
 * present price is low enough, or where no lower one is expected.
 */
export async function expectWaiting(quote: FeeQuote): Promise<DaysOfWaiting[]> {
  const chain = feeChain();
  const model = await readStopping(chain.id);
  const price = presentPrice(chain, quote);
  if (model === null || price === null) return [];
  const now = await databaseNow();
  return WAIT_DAYS.flatMap((days) => {
    const deadline = latestSending(new Date(now.getTime() + days * DAY_MS));
    const decision = decideSending(model, { price, now, deadline });
    if (decision.kind === 'send' || decision.expected === null) return [];
    return decision.expected.price < price ? [{ days, expected: decision.expected }] : [];
  });
}
