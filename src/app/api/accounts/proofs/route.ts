import { z } from 'zod';
import { renewProof } from '@/accounts/sessions/renew-proof';
import { defineRoute } from '../../define-route';
import type { MessageKey } from '@/messages/translator';

export const POST = defineRoute({
  summary: 'Takes the password once more; the next five minutes need no other proof.',
  who: 'signed-in',
  body: z.object({
    password: z
      .string()
      .min(1, { error: 'accounts.confirmPassword.missing' satisfies MessageKey })
      .max(1_000),
  }),
  run: ({ actor, body }) => renewProof(actor, body.password),
});
