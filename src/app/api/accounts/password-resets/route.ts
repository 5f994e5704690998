import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import { requestPasswordReset } from '@/accounts/password-reset/request-password-reset';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Mails a link to set a new password, if the address has an account.',
  who: 'anyone',
  limit: { calls: 30, minutes: 15 },
  body: z.object({ email: emailSchema }),
  run: ({ body }) => requestPasswordReset(body.email),
});
