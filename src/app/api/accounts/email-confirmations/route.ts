import { z } from 'zod';
import { confirmEmail } from '@/accounts/confirm-email';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Confirms an e-mail address by the mailed token and the account’s password.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100), password: z.string().min(1).max(1_000) }),
  answer: z.object({ outcome: z.enum(['active', 'pending']), email: z.string() }),
  run: ({ body }) => confirmEmail(body),
});
