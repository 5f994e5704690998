import { saveSummary } from '@/records/emergency/save-summary';
import { savedAnswer, summaryInput } from '@/records/emergency/summary-schema';
import { defineRoute } from '../define-route';

export const PUT = defineRoute({
  summary: 'Saves what the patient wants a doctor to know in an emergency.',
  who: 'patient',
  body: summaryInput,
  answer: savedAnswer,
  run: ({ actor, body }) => saveSummary(actor, body),
});
