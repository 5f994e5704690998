import type { NextRequest, NextResponse } from 'next/server';
import { z } from 'zod';
import { env } from '@/platform/env';
import type { OpenedGuestSession } from '@/sharing/guest/redeem-guest-code';

/** Names the session whose cookie a guest's view uses; several reports can be open in one browser. */
export const guestSessionQuery = z.object({ session: z.uuid() });

/** The secret of a session, as the browser sends it to the guests' routes alone. */
export function readGuestCookie(request: NextRequest, sessionId: string): string | undefined {
  return request.cookies.get(cookieName(sessionId))?.value;
}

/**
 * Sets the cookie of a session. Scripts, other sites and our other routes cannot read it; it expires with the session.
 */
export function setGuestCookie(
  response: NextResponse,
  { id, token, expiresAt }: OpenedGuestSession,
): void {
  response.cookies.set(cookieName(id), token, {
    path: '/api/guest',
    httpOnly: true,
    sameSite: 'strict',
    secure: env().APP_URL.startsWith('https:'),
    expires: expiresAt,
  });
}

function cookieName(sessionId: string): string {
  return `medanchor-guest-${sessionId}`;
}
