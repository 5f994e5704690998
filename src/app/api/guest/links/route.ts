import { z } from 'zod';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { linkCheckSchema } from '@/sharing/guest/guest-link-schema';
import { secretToken } from '@/sharing/guest/secret-token';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Whether a guest’s link can be used now. Asks the chain, changes nothing.',
  who: 'anyone',
  // An open report asks twice a minute, and a whole office may share one address.
  limit: { calls: 600, minutes: 1 },
  body: z.object({ token: secretToken }),
  answer: linkCheckSchema,
  run: ({ body }) => checkGuestLink(body.token),
});
