import { z } from 'zod';
import { removeRecoveryRecipient } from '@/reports/recovery-kit/remove-recovery-recipient';
import { kitWay } from '@/reports/recovery-kit/recipient-input';
import { defineRoute } from '@/app/api/define-route';

export const DELETE = defineRoute({
  summary: 'Takes a key out of the caller’s recovery kit.',
  who: 'patient',
  limit: { calls: 20, minutes: 15 },
  params: z.object({ way: kitWay }),
  run: ({ actor, params }) => removeRecoveryRecipient(actor, params.way),
});
