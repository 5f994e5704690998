import { offeredQuoteSchema } from '@/registry/relayer/clinic-offer';
import { quoteInput } from '@/sharing/anchoring/prepared-transaction';
import { quotePermissionChange } from '@/sharing/viewers/quote-permission-change';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { reportParams } from '../../../report-params';

export const POST = defineRoute({
  summary: 'What a change of the viewers would cost now. Changes nothing.',
  who: 'patient',
  limit: CHAIN_LIMITS.quote,
  params: reportParams,
  body: quoteInput,
  answer: offeredQuoteSchema,
  run: ({ actor, params, body }) => quotePermissionChange(actor, params.reportId, body.viewerCount),
});
