import { z } from 'zod';
import { factorProof } from '@/accounts/factors/factor-proof';
import { renewProof } from '@/accounts/factors/renew-proof';
import { networkOf } from '../../caller';
import { defineRoute } from '../../define-route';
import { knownDeviceOf } from '../known-device-of';
import type { MessageKey } from '@/messages/translator';

const password = z
  .string()
  .min(1, { error: 'accounts.confirmPassword.missing' satisfies MessageKey })
  .max(1_000);

export const POST = defineRoute({
  summary:
    'Takes a second factor, or else the password, once more; the next five minutes need no other proof.',
  who: 'signed-in',
  evenWithout: ['factor-setup'],
  body: z.discriminatedUnion('by', [
    ...factorProof.options,
    z.object({ by: z.literal('password'), password }),
  ]),
  run: ({ actor, body, request }) =>
    renewProof(actor, body, knownDeviceOf(request, actor), networkOf(request.headers)),
});
