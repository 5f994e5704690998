import { preparedTransactionSchema } from '@/sharing/anchoring/prepared-transaction';
import { prepareRequestedChange } from '@/sharing/requests/requested-change';
import { CHAIN_LIMITS } from '../../../../../chain-limits';
import { defineRoute } from '../../../../../define-route';
import { requestedReportParams } from '../../../../request-params';

export const POST = defineRoute({
  summary:
    'Begins to put the doctor on a report’s list of viewers, or to take them off it, as the request says.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: requestedReportParams,
  answer: preparedTransactionSchema,
  run: ({ actor, params }) => prepareRequestedChange(actor, params.requestId, params.reportId),
});
