import { databaseNow } from '@/platform/database/database-now';
import { readTypicalQuote } from '@/registry/fees/read-typical-quote';
import type { SendingRule } from '@/registry/relayer/sending-plan';
import { presentPrice } from '../answer/present-price';
import { feeChain } from '../history/fee-chain';
import { decideSending } from '../stopping/decide-sending';
import { readStopping } from '../stopping/stored-stopping';

/**
 * The stopping rule at this moment, with the price of the present block. While the chain is silent it expects nothing:
 * it is to be asked again.
 */
export async function readSendingRule(): Promise<SendingRule> {
  const chain = feeChain();
  const [model, quote, now] = await Promise.all([
    readStopping(chain.id),
    readTypicalQuote(),
    databaseNow(),
  ]);
  const price = presentPrice(chain, quote);
  return (deadline) => {
    const decision = decideSending(model, { price, now, deadline });
    return decision.kind === 'wait' && quote === null ? { ...decision, expected: null } : decision;
  };
}
