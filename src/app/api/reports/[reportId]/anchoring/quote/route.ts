import { offeredQuoteSchema } from '@/registry/relayer/clinic-offer';
import { quoteInput } from '@/sharing/anchoring/prepared-transaction';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { reportParams } from '../../../report-params';

export const POST = defineRoute({
  summary: 'What anchoring an approved report would cost now. Changes nothing.',
  who: 'patient',
  limit: CHAIN_LIMITS.quote,
  params: reportParams,
  body: quoteInput,
  answer: offeredQuoteSchema,
  run: ({ actor, params, body }) => quoteAnchoring(actor, params.reportId, body.viewerCount),
});
