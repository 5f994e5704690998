import { z } from 'zod';
import { approveReport } from '@/reports/approve-report';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'The patient approves a forwarded report.',
  who: 'patient',
  params: z.object({ reportId: z.uuid() }),
  run: ({ actor, params }) => approveReport(actor, params.reportId),
});
