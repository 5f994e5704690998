import { endOtherSessions } from '@/accounts/sessions/end-own-session';
import { defineRoute } from '../../define-route';

export const DELETE = defineRoute({
  summary: 'Logs out everywhere but in this browser.',
  who: 'signed-in',
  run: ({ actor }) => endOtherSessions(actor),
});
