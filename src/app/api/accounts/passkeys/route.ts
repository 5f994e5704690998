import { z } from 'zod';
import { finishPasskeyRegistration } from '@/accounts/factors/passkeys/finish-passkey-registration';
import { passkeyName, registrationAnswer } from '@/accounts/factors/passkeys/passkey-schema';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Keeps a passkey that an authenticator has made.',
  who: 'signed-in',
  evenWithout: ['factor-setup'],
  body: z.object({ answer: registrationAnswer, name: passkeyName }),
  run: ({ actor, body }) => finishPasskeyRegistration(actor, body.answer, body.name),
});
