import { z } from 'zod';
import { describeDevice } from '@/accounts/devices/describe-device';
import { confirmEmailChange } from '@/accounts/email-change/confirm-email-change';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'Confirms a change of the e-mail address by one of its two mailed links.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100) }),
  answer: z.object({ outcome: z.enum(['changed', 'other-mailbox']) }),
  run: async ({ body, request: { headers } }) => ({
    outcome: await confirmEmailChange(body.token, describeDevice(headers.get('user-agent'))),
  }),
});
