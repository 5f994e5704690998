import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { registerPatient } from '@/accounts/registration/register-patient';
import { patientRegistrationSchema } from '@/accounts/registration/registration';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Registers a patient. The answer is the same whether or not the address is known.',
  who: 'anyone',
  // A reception desk registers many from one address.
  limit: { calls: 60, minutes: 60 },
  body: patientRegistrationSchema.safeExtend({ password: newPasswordSchema }),
  run: ({ body, request }) => registerPatient(body, networkOf(request.headers)),
});
