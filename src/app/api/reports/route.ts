import { z } from 'zod';
import { ReportTemplate } from '@/generated/prisma/enums';
import { createDraft } from '@/reports/create-draft';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary: 'Opens an empty draft of a report.',
  who: 'doctor',
  body: z.object({ template: z.enum(ReportTemplate) }),
  answer: z.object({ reportId: z.uuid() }),
  run: ({ actor, body }) => createDraft(actor, body),
});
