import { askForAccess } from '@/sharing/requests/ask-for-access';
import { askedAnswer, askInput } from '@/sharing/requests/request-schema';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary:
    'Asks a patient for access to reports. The answer does not show whether there is such a patient.',
  who: 'doctor',
  limit: { calls: 30, minutes: 10 },
  body: askInput,
  answer: askedAnswer,
  run: ({ actor, body }) => askForAccess(actor, body),
});
