import { newPasswordSchema } from '@/accounts/password-length';
import { registerPatient } from '@/accounts/register-patient';
import { patientRegistrationSchema } from '@/accounts/registration';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Registers a patient. The answer is the same whether or not the address is known.',
  who: 'anyone',
  body: patientRegistrationSchema.extend({ password: newPasswordSchema }),
  run: ({ body }) => registerPatient(body),
});
