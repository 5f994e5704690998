import { z } from 'zod';
import { beginPasskeyLogIn } from '@/accounts/factors/passkeys/begin-passkey-proof';
import { defineRoute } from '../../../../define-route';

export const POST = defineRoute({
  summary: 'What an authenticator is asked at a log-in by passkey (WebAuthn Level 3, 5.5).',
  who: 'anyone',
  limit: { calls: 60, minutes: 1 },
  answer: z.looseObject({ challenge: z.string() }),
  run: beginPasskeyLogIn,
});
