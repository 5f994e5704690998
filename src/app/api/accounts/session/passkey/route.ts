import { NextResponse } from 'next/server';
import { z } from 'zod';
import { describeDevice } from '@/accounts/devices/describe-device';
import { logInWithPasskey } from '@/accounts/factors/passkeys/log-in-with-passkey';
import { authenticationAnswer } from '@/accounts/factors/passkeys/passkey-schema';
import { sessionCookie } from '@/accounts/sessions/cookie/session-cookie';
import { openSessionToken, sealSessionToken } from '@/accounts/sessions/cookie/session-token';
import { defineRoute } from '../../../define-route';
import { setKnownDevice } from '../../set-known-device';

export const POST = defineRoute({
  summary: 'Logs in by a passkey: a session, as a cookie.',
  who: 'anyone',
  limit: { calls: 60, minutes: 1 },
  body: z.object({ answer: authenticationAnswer }),
  run: async ({ body, request: { cookies, headers } }) => {
    const { name, options } = sessionCookie();
    const { sessionId, deviceCookie, email } = await logInWithPasskey(body.answer, {
      formerSessionId: await openSessionToken(cookies.get(name)?.value),
      device: describeDevice(headers.get('user-agent')),
    });
    const answer = new NextResponse(null, {
      status: 204,
      headers: { 'cache-control': 'no-store' },
    });
    answer.cookies.set(name, await sealSessionToken(sessionId), options);
    setKnownDevice(answer, email, deviceCookie);
    return answer;
  },
});
