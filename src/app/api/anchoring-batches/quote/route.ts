import { offeredBatchQuoteSchema } from '@/registry/relayer/clinic-offer';
import { batchQuoteInput } from '@/sharing/anchoring/prepared-transaction';
import { quoteBatch } from '@/sharing/anchoring/quote-batch';
import { CHAIN_LIMITS } from '../../chain-limits';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'What adding several reports at once would cost now, and one by one. Changes nothing.',
  who: 'patient',
  limit: CHAIN_LIMITS.quote,
  body: batchQuoteInput,
  answer: offeredBatchQuoteSchema,
  run: ({ actor, body }) => quoteBatch(actor, body.reportIds, body.viewerCount),
});
