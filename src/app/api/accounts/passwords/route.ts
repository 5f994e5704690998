import { z } from 'zod';
import { describeDevice } from '@/accounts/describe-device';
import { newPasswordSchema } from '@/accounts/password-length';
import { resetPassword } from '@/accounts/reset-password';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Sets a new password by the mailed token and ends every session.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100), password: newPasswordSchema }),
  run: ({ body, request: { headers } }) =>
    resetPassword(body, {
      device: describeDevice(headers.get('user-agent')),
      network: networkOf(headers),
    }),
});
