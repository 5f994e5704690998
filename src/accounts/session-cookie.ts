import { decode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { env } from '@/platform/env';
import { SESSION_ABSOLUTE_MS } from './session-limits';

const claims = z.object({ sessionId: z.uuid() });

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

/** The session id that this request's cookie carries. Whether the session lives is for the database to say. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (token === undefined) return null;
  // A cookie that we did not seal, or that is too old, makes decode throw: it is nobody's.
  const payload = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  return claims.safeParse(payload).data?.sessionId ?? null;
}

/** Takes the cookie out of the browser of this request. */
export async function endSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
