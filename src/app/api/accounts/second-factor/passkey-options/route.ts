import { z } from 'zod';
import { beginPasskeyProof } from '@/accounts/factors/passkeys/begin-passkey-proof';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary:
    'What an authenticator is asked as a second factor or as a fresh proof (WebAuthn Level 3, 5.5).',
  who: 'signed-in',
  evenWithout: ['second-factor'],
  limit: { calls: 60, minutes: 15 },
  answer: z.looseObject({ challenge: z.string() }),
  run: ({ actor }) => beginPasskeyProof(actor.accountId),
});
