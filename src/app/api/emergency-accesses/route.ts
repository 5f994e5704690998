import { accessAnswer, openingInput } from '@/sharing/emergency/emergency-schema';
import { openEmergency } from '@/sharing/emergency/open-emergency';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary:
    'Opens a patient’s emergency summary for 60 minutes. The patient, the people to tell and all administrators are told.',
  who: 'doctor',
  limit: { calls: 20, minutes: 10 },
  body: openingInput,
  answer: accessAnswer,
  run: ({ actor, body }) => openEmergency(actor, body),
});
