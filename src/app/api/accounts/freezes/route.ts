import { z } from 'zod';
import { describeDevice } from '@/accounts/devices/describe-device';
import { freezeAccount } from '@/accounts/freeze/freeze-account';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Freezes an account by the link of a security mail: every session ends.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100) }),
  run: ({ body, request: { headers } }) =>
    freezeAccount(body.token, describeDevice(headers.get('user-agent'))),
});
