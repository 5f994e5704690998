import { z } from 'zod';
import { rejectReport } from '@/reports/reject-report';
import { rejectionSchema } from '@/reports/rejection';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'The patient rejects a forwarded report, with a reason for the doctor.',
  who: 'patient',
  params: z.object({ reportId: z.uuid() }),
  body: rejectionSchema,
  run: ({ actor, params, body }) => rejectReport(actor, params.reportId, body),
});
