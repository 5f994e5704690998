import { NextResponse } from 'next/server';
import { z } from 'zod';
import { changePassword } from '@/accounts/password-reset/change-password';
import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { defineRoute } from '../../define-route';
import { setKnownDevice } from '../set-known-device';

export const PUT = defineRoute({
  summary: 'Changes the password; the account’s other sessions end.',
  who: 'signed-in',
  limit: { calls: 20, minutes: 15 },
  body: z.object({ password: newPasswordSchema }),
  run: async ({ actor, body }) => {
    const answer = new NextResponse(null, {
      status: 204,
      headers: { 'cache-control': 'no-store' },
    });
    setKnownDevice(answer, actor.email, await changePassword(actor, body.password));
    return answer;
  },
});
