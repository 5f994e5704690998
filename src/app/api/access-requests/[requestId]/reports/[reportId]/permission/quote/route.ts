import { offeredQuoteSchema } from '@/registry/relayer/clinic-offer';
import { quoteRequestedChange } from '@/sharing/requests/requested-change';
import { CHAIN_LIMITS } from '../../../../../../chain-limits';
import { defineRoute } from '../../../../../../define-route';
import { requestedReportParams } from '../../../../../request-params';

export const POST = defineRoute({
  summary: 'What that change would cost now. Changes nothing.',
  who: 'patient',
  limit: CHAIN_LIMITS.quote,
  params: requestedReportParams,
  answer: offeredQuoteSchema,
  run: ({ actor, params }) => quoteRequestedChange(actor, params.requestId, params.reportId),
});
