import { z } from 'zod';
import { beginPasskeyRegistration } from '@/accounts/factors/passkeys/begin-passkey-registration';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'What an authenticator is asked to make a passkey (WebAuthn Level 3, 5.4).',
  who: 'signed-in',
  evenWithout: ['factor-setup'],
  limit: { calls: 30, minutes: 15 },
  answer: z.looseObject({ challenge: z.string() }),
  run: ({ actor }) => beginPasskeyRegistration(actor),
});
