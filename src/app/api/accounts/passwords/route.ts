import { z } from 'zod';
import { describeDevice } from '@/accounts/describe-device';
import { newPasswordSchema } from '@/accounts/password-length';
import { resetPassword } from '@/accounts/reset-password';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Sets a new password by the mailed token and ends every session.',
  who: 'anyone',
  body: z.object({ token: z.string().max(100), password: newPasswordSchema }),
  run: ({ body, request }) =>
    resetPassword(body, describeDevice(request.headers.get('user-agent'))),
});
