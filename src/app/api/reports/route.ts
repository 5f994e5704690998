import { z } from 'zod';
import { createDraft, newDraftInput } from '@/reports/drafts/create-draft';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary: 'Opens an empty draft of a report.',
  who: 'doctor',
  body: newDraftInput,
  answer: z.object({ reportId: z.uuid() }),
  run: ({ actor, body }) => createDraft(actor, body),
});
