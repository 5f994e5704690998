import { prepareCall } from '@/registry/calls/chain-call';
import { issuerStep, planIssuerStep } from '@/registry/issuers/issuer-step';
import { preparedCallSchema } from '@/registry/calls/prepared-call';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'The call with which an administrator’s wallet appoints, dismisses or marks an issuer.',
  who: 'admin',
  limit: CHAIN_LIMITS.step,
  body: issuerStep,
  answer: preparedCallSchema,
  run: ({ actor, body }) => prepareCall(planIssuerStep(actor, body)),
});
