import { z } from 'zod';
import { makePatientCode } from '@/sharing/requests/own-patient-code';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Makes a new code for the patient’s card. The one before finds no patient any more.',
  who: 'patient',
  limit: { calls: 20, minutes: 60 },
  answer: z.object({ code: z.string() }),
  run: async ({ actor }) => ({ code: await makePatientCode(actor) }),
});
