import { CHAIN_LIMITS } from '@/app/api/chain-limits';
import { defineRoute } from '@/app/api/define-route';
import { cancelReminder } from '@/forecast/reminders/cancel-reminder';
import { reminderRequestSchema, reminderSchema } from '@/forecast/reminders/reminder-schema';
import { requestReminder } from '@/forecast/reminders/request-reminder';

export const POST = defineRoute({
  summary: 'Has the patient reminded when the hours of a day in the forecast begin.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  body: reminderRequestSchema,
  answer: reminderSchema,
  run: ({ actor, body }) => requestReminder(actor, body),
});

export const DELETE = defineRoute({
  summary: 'Cancels a reminder that the patient asked for.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  body: reminderSchema,
  run: ({ actor, body }) => cancelReminder(actor, body),
});
