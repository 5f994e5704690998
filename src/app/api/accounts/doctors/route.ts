import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { registerDoctor } from '@/accounts/registration/register-doctor';
import { doctorRegistrationSchema } from '@/accounts/registration/registration';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Registers a doctor, pending until an administrator approves.',
  who: 'anyone',
  limit: { calls: 30, minutes: 60 },
  body: doctorRegistrationSchema.safeExtend({ password: newPasswordSchema }),
  run: ({ body, request }) => registerDoctor(body, networkOf(request.headers)),
});
