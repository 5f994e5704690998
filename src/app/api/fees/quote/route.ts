import { z } from 'zod';
import { CHAIN_LIMITS } from '@/app/api/chain-limits';
import { defineRoute } from '@/app/api/define-route';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { quoteFee, TYPICAL_ANCHORING_GAS } from '@/registry/fees/quote-fee';

/** From a plain transfer to a whole block. */
const gas = z.coerce.number().int().min(21_000).max(60_000_000);

export const GET = defineRoute({
  summary: 'What a transaction of some gas costs now, in ether and USD.',
  who: 'signed-in',
  limit: CHAIN_LIMITS.quote,
  query: z.object({ gas: gas.default(Number(TYPICAL_ANCHORING_GAS)) }),
  answer: feeQuoteSchema,
  run: ({ query }) => quoteFee(BigInt(query.gas)),
});
