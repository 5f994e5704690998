import { issuerStep } from '@/registry/issuers/issuer-step';
import { prepareIssuerStep } from '@/registry/issuers/prepare-issuer-step';
import { preparedCallSchema } from '@/registry/calls/prepared-call';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';

export const POST = defineRoute({
  summary: 'The call with which an administrator’s wallet appoints, dismisses or marks an issuer.',
  who: 'admin',
  limit: CHAIN_LIMITS.step,
  body: issuerStep,
  answer: preparedCallSchema,
  run: ({ actor, body }) => prepareIssuerStep(actor, body),
});
