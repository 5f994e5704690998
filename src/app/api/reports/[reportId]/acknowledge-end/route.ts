import { acknowledgeEnd } from '@/reports/review/acknowledge-end';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Notes that the patient has read that a report is no longer valid.',
  who: 'patient',
  params: reportParams,
  run: ({ actor, params }) => acknowledgeEnd(actor, params.reportId),
});
