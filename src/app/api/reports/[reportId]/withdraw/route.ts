import { endReasonSchema } from '@/reports/end-reason-schema';
import { withdrawReport } from '@/reports/withdraw-report';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Takes a report back before it is anchored.',
  who: 'doctor',
  params: reportParams,
  body: endReasonSchema,
  run: ({ actor, params, body }) => withdrawReport(actor, params.reportId, body),
});
