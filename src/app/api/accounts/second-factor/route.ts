import { NextResponse } from 'next/server';
import { factorProof } from '@/accounts/factors/factor-proof';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';
import { knownDeviceOf } from '../known-device-of';
import { setKnownDevice } from '../set-known-device';

export const POST = defineRoute({
  summary: 'Gives a session the second factor that it lacks.',
  who: 'signed-in',
  evenWithout: ['second-factor'],
  body: factorProof,
  run: async ({ actor, body, request }) => {
    const known = knownDeviceOf(request, actor);
    const network = networkOf(request.headers);
    const answer = new NextResponse(null, {
      status: 204,
      headers: { 'cache-control': 'no-store' },
    });
    setKnownDevice(answer, actor.email, await passSecondFactor(actor, body, known, network));
    return answer;
  },
});
