import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import { requestEmailChange } from '@/accounts/email-change/request-email-change';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary:
    'Mails a link to the present and to a new e-mail address; with both the address changes.',
  who: 'signed-in',
  limit: { calls: 10, minutes: 60 },
  body: z.object({ newEmail: emailSchema }),
  run: ({ actor, body }) => requestEmailChange(actor, body.newEmail),
});
