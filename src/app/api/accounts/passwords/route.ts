import { z } from 'zod';
import { passwordSchema } from '@/accounts/password-rules';
import { resetPassword } from '@/accounts/reset-password';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Sets a new password by the mailed token and ends every session.',
  who: 'anyone',
  body: z.object({ token: z.string().max(100), password: passwordSchema }),
  run: ({ body }) => resetPassword(body),
});
