import { NextResponse } from 'next/server';
import { z } from 'zod';
import { describeDevice } from '@/accounts/devices/describe-device';
import { endSessionCookie } from '@/accounts/sessions/cookie/end-session-cookie';
import { knownDeviceCookie } from '@/accounts/devices/known-device';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { logOut } from '@/accounts/sessions/log-out';
import { normaliseEmail } from '@/accounts/email/normalise-email';
import { sessionCookie } from '@/accounts/sessions/cookie/session-cookie';
import { openSessionToken, sealSessionToken } from '@/accounts/sessions/cookie/session-token';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';
import { setKnownDevice } from '../set-known-device';
import type { MessageKey } from '@/messages/translator';

export const POST = defineRoute({
  summary: 'Logs in: a session, as a cookie.',
  who: 'anyone',
  // Right passwords too: a whole clinic may begin its day behind one address. Wrong ones: log-in-tries.ts.
  limit: { calls: 600, minutes: 15 },
  body: z.object({
    email: z
      .string()
      .trim()
      .min(1, { error: 'accounts.logIn.emailMissing' satisfies MessageKey })
      .max(320),
    password: z
      .string()
      .min(1, { error: 'accounts.logIn.passwordMissing' satisfies MessageKey })
      .max(1_000),
  }),
  run: async ({ body, request: { cookies, headers } }) => {
    const [session, known] = [sessionCookie(), knownDeviceCookie(normaliseEmail(body.email))];
    const { sessionId, deviceCookie } = await logIn(body, {
      network: networkOf(headers),
      deviceCookie: cookies.get(known.name)?.value ?? null,
      formerSessionId: await openSessionToken(cookies.get(session.name)?.value),
      device: describeDevice(headers.get('user-agent')),
    });
    const answer = new NextResponse(null, {
      status: 204,
      headers: { 'cache-control': 'no-store' },
    });
    answer.cookies.set(session.name, await sealSessionToken(sessionId), session.options);
    setKnownDevice(answer, normaliseEmail(body.email), deviceCookie);
    return answer;
  },
});

export const GET = defineRoute({
  summary: 'Who is logged in; asking keeps the session from idling out.',
  who: 'signed-in',
  evenWithout: ['second-factor', 'factor-setup'],
  answer: z.object({ name: z.string(), role: z.string() }),
  run: ({ actor }) => Promise.resolve({ name: actor.displayName, role: actor.role }),
});

export const DELETE = defineRoute({
  summary: 'Logs out: the session is revoked at once.',
  who: 'signed-in',
  evenWithout: ['second-factor', 'factor-setup'],
  run: async ({ actor }) => {
    await logOut(actor);
    await endSessionCookie();
  },
});
