import { z } from 'zod';
import { logOut } from '@/accounts/log-out';
import { endSessionCookie } from '@/accounts/end-session-cookie';
import { defineRoute } from '../../define-route';

export const GET = defineRoute({
  summary: 'Who is logged in; asking keeps the session from idling out.',
  who: 'signed-in',
  answer: z.object({ name: z.string(), role: z.string() }),
  run: ({ actor }) => Promise.resolve({ name: actor.displayName, role: actor.role }),
});

export const DELETE = defineRoute({
  summary: 'Logs out: the session is revoked at once.',
  who: 'signed-in',
  run: async ({ actor }) => {
    await logOut(actor);
    await endSessionCookie();
  },
});
