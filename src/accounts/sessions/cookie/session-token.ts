import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/platform/env';
import { SESSION_ABSOLUTE_MS } from '@/accounts/sessions/session-limits';

const claims = z.object({ sessionId: z.uuid() });

/** Seals a session's id, and nothing else, into the value of its cookie. */
export function sealSessionToken(sessionId: string): Promise<string> {
  const maxAge = SESSION_ABSOLUTE_MS / 1000;
  return encode({ token: { sessionId }, secret: env().SESSION_SECRET, maxAge });
}

/** The session id in a cookie; null when we did not seal it, or when it is too old. */
export async function openSessionToken(token: string | undefined): Promise<string | null> {
  if (token === undefined) return null;
  const payload = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  return claims.safeParse(payload).data?.sessionId ?? null;
}
