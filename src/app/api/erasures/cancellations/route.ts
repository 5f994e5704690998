import { z } from 'zod';
import { takeBackByLink } from '@/accounts/erasure/take-back-erasure';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Takes the erasure of an account back by the link of one of its mails.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100) }),
  run: ({ body }) => takeBackByLink(body.token),
});
