import { z } from 'zod';
import { cancelFactorReset } from '@/accounts/factor-resets/cancel-factor-reset';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'Cancels the reset of an account’s second factors by the link of one of its mails.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100) }),
  run: ({ body }) => cancelFactorReset(body.token),
});
