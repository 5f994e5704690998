import { env } from '@/platform/env';
import { SESSION_ABSOLUTE_MS } from '@/accounts/sessions/session-limits';

/** The session cookie's name and attributes; bound to this very host where https allows it. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith('https:');
  return {
    name: secure ? '__Host-medanchor-session' : 'medanchor-session',
    options: {
      httpOnly: true,
      // Lax, so that a link in one of our mails finds the person logged in.
      sameSite: 'lax',
      path: '/',
      secure,
      maxAge: SESSION_ABSOLUTE_MS / 1000,
    },
  } as const;
}
