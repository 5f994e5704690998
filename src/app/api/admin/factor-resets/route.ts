import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import { startFactorReset } from '@/accounts/factor-resets/start-factor-reset';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Starts the reset of another administrator’s second factors, and confirms it once.',
  who: 'admin',
  limit: { calls: 20, minutes: 60 },
  body: z.object({ email: emailSchema }),
  run: ({ actor, body }) => startFactorReset(actor, body.email),
});
