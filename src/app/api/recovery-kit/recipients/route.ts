import { addRecoveryRecipient } from '@/reports/recovery-kit/add-recovery-recipient';
import { recipientInput } from '@/reports/recovery-kit/recipient-input';
import { defineRoute } from '@/app/api/define-route';

export const POST = defineRoute({
  summary:
    'Adds a public key to the caller’s recovery kit, in the place of the one of the same way.',
  who: 'patient',
  limit: { calls: 20, minutes: 15 },
  body: recipientInput,
  run: ({ actor, body }) => addRecoveryRecipient(actor, body),
});
