import { NextResponse } from 'next/server';
import { z } from 'zod';
import { describeDevice } from '@/accounts/devices/describe-device';
import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { resetPassword } from '@/accounts/password-reset/reset-password';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';
import { setKnownDevice } from '../set-known-device';

export const POST = defineRoute({
  summary: 'Sets a new password by the mailed token and ends every session.',
  who: 'anyone',
  limit: { calls: 60, minutes: 15 },
  body: z.object({ token: z.string().max(100), password: newPasswordSchema }),
  run: async ({ body, request: { headers } }) => {
    const { email, deviceCookie } = await resetPassword(body, {
      device: describeDevice(headers.get('user-agent')),
      network: networkOf(headers),
    });
    const answer = new NextResponse(null, {
      status: 204,
      headers: { 'cache-control': 'no-store' },
    });
    setKnownDevice(answer, email, deviceCookie);
    return answer;
  },
});
