import { requestRetraction, retractionInput } from '@/reports/retraction/request-retraction';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Asks for an anchored report to be retracted on the chain.',
  who: 'doctor',
  params: reportParams,
  body: retractionInput,
  run: ({ actor, params, body }) => requestRetraction(actor, params.reportId, body),
});
