import { defineRoute } from '@/app/api/define-route';
import { reminderSchema } from '@/forecast/reminders/reminder-schema';
import { requestReminder } from '@/forecast/reminders/request-reminder';

export const POST = defineRoute({
  summary: 'Has the patient reminded by e-mail when the advised hours begin.',
  who: 'patient',
  answer: reminderSchema,
  run: ({ actor }) => requestReminder(actor),
});
