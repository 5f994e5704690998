import { requestRecoveryCode } from '@/registry/recovery/request-recovery-code';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Mails the patient a code that confirms the report of a lost wallet.',
  who: 'patient',
  run: ({ actor }) => requestRecoveryCode(actor),
});
