import { withdrawReport } from '@/reports/withdraw-report';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Takes a report back before it is anchored.',
  who: 'doctor',
  params: reportParams,
  run: ({ actor, params }) => withdrawReport(actor, params.reportId),
});
