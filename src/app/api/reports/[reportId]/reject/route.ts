import { rejectReport } from '@/reports/review/reject-report';
import { rejectionSchema } from '@/reports/review/rejection';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'The patient rejects a forwarded report, with a reason for the doctor.',
  who: 'patient',
  params: reportParams,
  body: rejectionSchema,
  run: ({ actor, params, body }) => rejectReport(actor, params.reportId, body),
});
