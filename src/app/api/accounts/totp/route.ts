import { z } from 'zod';
import { beginTotp } from '@/accounts/factors/totp/begin-totp';
import { confirmTotp } from '@/accounts/factors/totp/confirm-totp';
import { removeTotp } from '@/accounts/factors/totp/remove-totp';
import { totpEnrolment } from '@/accounts/factors/totp/totp-enrolment';
import { typedFactorCode } from '@/accounts/factors/factor-proof';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';
import { knownDeviceOf } from '../known-device-of';

export const POST = defineRoute({
  summary: 'Makes a secret for an authenticator app.',
  who: 'signed-in',
  evenWithout: ['factor-setup'],
  limit: { calls: 30, minutes: 15 },
  answer: totpEnrolment,
  run: ({ actor }) => beginTotp(actor),
});

export const PUT = defineRoute({
  summary: 'Completes the set-up of an authenticator app by its first code.',
  who: 'signed-in',
  evenWithout: ['factor-setup'],
  body: z.object({ code: typedFactorCode }),
  run: ({ actor, body, request }) =>
    confirmTotp(actor, body.code, knownDeviceOf(request, actor), networkOf(request.headers)),
});

export const DELETE = defineRoute({
  summary: 'Removes the authenticator app.',
  who: 'signed-in',
  run: ({ actor }) => removeTotp(actor),
});
