import { z } from 'zod';
import { endOwnSession } from '@/accounts/sessions/end-own-session';
import { defineRoute } from '../../../define-route';

export const DELETE = defineRoute({
  summary: 'Ends another session of the same account.',
  who: 'signed-in',
  params: z.object({ sessionId: z.uuid() }),
  run: ({ actor, params: { sessionId } }) => endOwnSession(actor, sessionId),
});
