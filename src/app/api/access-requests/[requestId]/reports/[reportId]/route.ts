import { guestReportSchema } from '@/sharing/guest/guest-report-schema';
import { readRequestedReport } from '@/sharing/requests/read-requested-report';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { requestedReportParams } from '../../../request-params';

export const GET = defineRoute({
  summary:
    'A report and its proof, for a doctor to whom its patient granted it. The blockchain is asked first.',
  who: 'doctor',
  limit: CHAIN_LIMITS.document,
  params: requestedReportParams,
  answer: guestReportSchema,
  run: ({ actor, params }) => readRequestedReport(actor, params.requestId, params.reportId),
});
