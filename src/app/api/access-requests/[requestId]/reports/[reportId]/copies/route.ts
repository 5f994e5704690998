import { recordRequestedCopy } from '@/sharing/requests/read-requested-report';
import { CHAIN_LIMITS } from '../../../../../chain-limits';
import { defineRoute } from '../../../../../define-route';
import { requestedReportParams } from '../../../../request-params';

export const POST = defineRoute({
  summary: 'Records that a doctor saved the PDF of a report that its patient granted.',
  who: 'doctor',
  limit: CHAIN_LIMITS.document,
  params: requestedReportParams,
  run: ({ actor, params }) => recordRequestedCopy(actor, params.requestId, params.reportId),
});
