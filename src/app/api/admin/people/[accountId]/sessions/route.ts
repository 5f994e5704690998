import { z } from 'zod';
import { endSessionsOf } from '@/accounts/profile/end-sessions-of';
import { defineRoute } from '../../../../define-route';

export const DELETE = defineRoute({
  summary: 'Logs a person out everywhere; mails them.',
  who: 'admin',
  params: z.object({ accountId: z.uuid() }),
  run: ({ actor, params }) => endSessionsOf(actor, params.accountId),
});
