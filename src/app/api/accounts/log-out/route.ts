import { currentSession } from '@/accounts/sessions/current-session';
import { endSessionCookie } from '@/accounts/sessions/cookie/end-session-cookie';
import { logOut } from '@/accounts/sessions/log-out';
import { defineRoute } from '../../define-route';

const LOGGED_OUT = '/login?notice=logged-out';

export const POST = defineRoute({
  summary: 'Logs out by a plain form, for a page whose scripts have not loaded yet.',
  who: 'anyone',
  limit: { calls: 120, minutes: 1 },
  leadsTo: LOGGED_OUT,
  run: async () => {
    const session = await currentSession();
    if (session !== null) await logOut(session.actor);
    await endSessionCookie();
    return new Response(null, {
      status: 303,
      headers: { location: LOGGED_OUT, 'cache-control': 'no-store' },
    });
  },
});
