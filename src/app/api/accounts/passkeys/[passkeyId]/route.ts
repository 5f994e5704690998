import { z } from 'zod';
import { passkeyName } from '@/accounts/factors/passkeys/passkey-schema';
import { removePasskey } from '@/accounts/factors/passkeys/remove-passkey';
import { renamePasskey } from '@/accounts/factors/passkeys/rename-passkey';
import { defineRoute } from '../../../define-route';

const params = z.object({ passkeyId: z.uuid() });

export const PUT = defineRoute({
  summary: 'Gives a passkey another name.',
  who: 'signed-in',
  params,
  body: z.object({ name: passkeyName }),
  run: ({ actor, params: { passkeyId }, body }) => renamePasskey(actor, passkeyId, body.name),
});

export const DELETE = defineRoute({
  summary: 'Removes a passkey.',
  who: 'signed-in',
  params,
  run: ({ actor, params: { passkeyId } }) => removePasskey(actor, passkeyId),
});
