import { amendReport } from '@/reports/drafts/amend-report';
import { newReport } from '@/reports/drafts/new-report';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Copies a rejected report into a new draft.',
  who: 'doctor',
  params: reportParams,
  answer: newReport,
  run: ({ actor, params }) => amendReport(actor, params.reportId),
});
