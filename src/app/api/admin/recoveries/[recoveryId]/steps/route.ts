import { preparedCallSchema } from '@/registry/calls/prepared-call';
import { prepareAdminStep } from '@/registry/recovery/prepare-recovery-step';
import { adminStep } from '@/registry/recovery/recovery-step';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { recoveryParams } from '../../../../recovery-params';

export const POST = defineRoute({
  summary: 'The call with which an administrator’s wallet proposes or stops a recovery.',
  who: 'admin',
  limit: CHAIN_LIMITS.step,
  params: recoveryParams,
  body: adminStep,
  answer: preparedCallSchema,
  run: ({ actor, params, body }) => prepareAdminStep(actor, params.recoveryId, body),
});
