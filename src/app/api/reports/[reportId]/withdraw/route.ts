import { endReasonSchema } from '@/reports/retraction/end-reason-schema';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Takes a report back before it is anchored.',
  who: 'doctor',
  params: reportParams,
  body: endReasonSchema,
  run: ({ actor, params, body }) => withdrawReport(actor, params.reportId, body),
});
