import { createDraft, newDraftInput } from '@/reports/drafts/create-draft';
import { newReport } from '@/reports/drafts/new-report';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary: 'Opens an empty draft of a report.',
  who: 'doctor',
  body: newDraftInput,
  answer: newReport,
  run: ({ actor, body }) => createDraft(actor, body),
});
