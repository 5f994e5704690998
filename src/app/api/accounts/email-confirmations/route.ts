import { NextResponse } from 'next/server';
import { z } from 'zod';
import { confirmEmail } from '@/accounts/registration/confirm-email';
import { knownDeviceCookie } from '@/accounts/devices/known-device';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Confirms an e-mail address by the mailed token and the account’s password.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100), password: z.string().min(1).max(1_000) }),
  answer: z.object({ outcome: z.enum(['active', 'pending']), email: z.string() }),
  run: async ({ body }) => {
    const { deviceCookie, ...account } = await confirmEmail(body);
    const { name, options } = knownDeviceCookie(account.email);
    const answer = NextResponse.json(account, { headers: { 'cache-control': 'no-store' } });
    answer.cookies.set(name, deviceCookie, options);
    return answer;
  },
});
