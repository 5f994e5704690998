import { NextResponse } from 'next/server';
import { knownDeviceCookie } from '@/accounts/devices/known-device';
import { factorProof } from '@/accounts/factors/factor-proof';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { defineRoute } from '../../define-route';
import { setKnownDevice } from '../set-known-device';

export const POST = defineRoute({
  summary: 'Gives a session the second factor that it lacks.',
  who: 'signed-in',
  evenWithout: ['second-factor'],
  body: factorProof,
  run: async ({ actor, body, request: { cookies } }) => {
    const known = cookies.get(knownDeviceCookie(actor.email).name)?.value ?? null;
    const answer = new NextResponse(null, {
      status: 204,
      headers: { 'cache-control': 'no-store' },
    });
    setKnownDevice(answer, actor.email, await passSecondFactor(actor, body, known));
    return answer;
  },
});
