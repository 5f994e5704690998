import { passwordSchema } from '@/accounts/password-rules';
import { registerPatient } from '@/accounts/register-patient';
import { patientRegistrationSchema } from '@/accounts/registration';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Registers a patient. The answer is the same whether or not the address is known.',
  who: 'anyone',
  body: patientRegistrationSchema.extend({ password: passwordSchema }),
  run: ({ body }) => registerPatient(body),
});
