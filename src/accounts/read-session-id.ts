import { decode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { env } from '@/platform/env';
import { sessionCookie } from './session-cookie';

const claims = z.object({ sessionId: z.uuid() });

/** The session id that this request's cookie carries. Whether the session lives is for the database to say. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (token === undefined) return null;
  // A cookie that we did not seal, or that is too old, makes decode throw: it is nobody's.
  const payload = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  return claims.safeParse(payload).data?.sessionId ?? null;
}
