import { forwardInput, forwardReport } from '@/reports/drafts/forward-report';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Forwards a complete draft to its patient.',
  who: 'doctor',
  // Each one renders and stores a whole PDF, also when the draft has changed meanwhile.
  limit: { calls: 120, minutes: 10, countedIn: 'process' },
  params: reportParams,
  body: forwardInput,
  run: ({ actor, params, body }) => forwardReport(actor, params.reportId, body),
});
