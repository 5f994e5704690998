import { z } from 'zod';
import { recoveryRequest, requestRecovery } from '@/registry/recovery/request-recovery';
import { CHAIN_LIMITS } from '../../chain-limits';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Reports a wallet as lost and asks that the bound one takes over from it.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  body: recoveryRequest,
  answer: z.object({ recoveryId: z.uuid() }),
  run: ({ actor, body }) => requestRecovery(actor, body),
});
