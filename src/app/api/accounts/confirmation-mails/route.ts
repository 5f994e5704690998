import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import { requestConfirmation } from '@/accounts/registration/request-confirmation';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Mails the link that confirms an address once more, if a registration waits for it.',
  who: 'anyone',
  limit: { calls: 30, minutes: 15 },
  body: z.object({ email: emailSchema }),
  run: ({ body, request }) => requestConfirmation(body.email, networkOf(request.headers)),
});
