import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { env } from '@/platform/env';
import type { OpenedGuestSession } from '@/sharing/guest/redeem-guest-code';

/** Names the session whose cookie a guest's view uses; several reports can be open in one browser. */
export const guestSessionQuery = z.object({ session: z.uuid() });

/** The secret of a session, as the browser sends it to the guests' routes alone. */
export function readGuestCookie(request: NextRequest, sessionId: string): string | undefined {
  return request.cookies.get(cookieName(sessionId))?.value;
}

/** A Set-Cookie header: out of reach of scripts, of other sites and of our other routes; gone in time. */
export function guestCookie({ id, token, expiresAt }: OpenedGuestSession): string {
  const secure = env().APP_URL.startsWith('https:') ? '; Secure' : '';
  return `${cookieName(id)}=${token}; Path=/api/guest; HttpOnly; SameSite=Strict; Expires=${expiresAt.toUTCString()}${secure}`;
}

function cookieName(sessionId: string): string {
  return `medanchor-guest-${sessionId}`;
}
