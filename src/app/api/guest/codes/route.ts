import { z } from 'zod';
import { requestGuestCode } from '@/sharing/guest/request-guest-code';
import { secretToken } from '@/sharing/guest/secret-token';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Mails a code to the guest of a link, at most once a minute.',
  who: 'anyone',
  limit: { calls: 120, minutes: 10 },
  body: z.object({ token: secretToken }),
  run: ({ body }) => requestGuestCode(body.token),
});
