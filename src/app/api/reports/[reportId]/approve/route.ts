import { approveReport } from '@/reports/review/approve-report';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'The patient approves a forwarded report.',
  who: 'patient',
  params: reportParams,
  run: ({ actor, params }) => approveReport(actor, params.reportId),
});
