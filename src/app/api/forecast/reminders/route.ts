import { defineRoute } from '@/app/api/define-route';
import { reminderRequestSchema, reminderSchema } from '@/forecast/reminders/reminder-schema';
import { requestReminder } from '@/forecast/reminders/request-reminder';

export const POST = defineRoute({
  summary: 'Has the patient reminded by e-mail when the hours of a foretold day begin.',
  who: 'patient',
  body: reminderRequestSchema,
  answer: reminderSchema,
  run: ({ actor, body }) => requestReminder(actor, body),
});
