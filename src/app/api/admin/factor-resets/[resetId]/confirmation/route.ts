import { z } from 'zod';
import { confirmFactorReset } from '@/accounts/factor-resets/confirm-factor-reset';
import { defineRoute } from '../../../../define-route';

export const POST = defineRoute({
  summary: 'Confirms the reset of a person’s second factors; two different administrators must.',
  who: 'admin',
  params: z.object({ resetId: z.uuid() }),
  run: ({ actor, params }) => confirmFactorReset(actor, params.resetId),
});
