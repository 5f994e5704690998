import { NextResponse } from 'next/server';
import { z } from 'zod';
import { typedCode } from '@/accounts/passwords/typed-code';
import { GUEST_SESSION_MS } from '@/sharing/guest/guest-limits';
import { guestSessionSchema, type GuestSessionInfo } from '@/sharing/guest/guest-session-schema';
import { redeemGuestCode } from '@/sharing/guest/redeem-guest-code';
import { secretToken } from '@/sharing/guest/secret-token';
import { defineRoute } from '../../define-route';
import { setGuestCookie } from '../guest-cookie';

export const POST = defineRoute({
  summary: 'Exchanges a mailed code for 15 minutes with one report.',
  who: 'anyone',
  limit: { calls: 60, minutes: 1 },
  body: z.object({ token: secretToken, code: typedCode }),
  answer: guestSessionSchema,
  run: async ({ body }) => {
    const session = await redeemGuestCode(body.token, body.code);
    const answer: GuestSessionInfo = {
      sessionId: session.id,
      secondsLeft: GUEST_SESSION_MS / 1_000,
    };
    const response = NextResponse.json(answer, { headers: { 'cache-control': 'no-store' } });
    setGuestCookie(response, session);
    return response;
  },
});
