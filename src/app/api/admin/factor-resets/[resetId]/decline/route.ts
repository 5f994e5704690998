import { z } from 'zod';
import { declineFactorReset } from '@/accounts/factor-resets/decline-factor-reset';
import { defineRoute } from '../../../../define-route';

export const POST = defineRoute({
  summary: 'Declines the reset of a person’s second factors.',
  who: 'admin',
  params: z.object({ resetId: z.uuid() }),
  run: ({ actor, params }) => declineFactorReset(actor, params.resetId),
});
