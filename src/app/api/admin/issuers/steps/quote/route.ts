import { quoteCall } from '@/registry/calls/chain-call';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { issuerStep, planIssuerStep } from '@/registry/issuers/issuer-step';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';

export const POST = defineRoute({
  summary: 'What appointing, dismissing or marking an issuer would cost now. Changes nothing.',
  who: 'admin',
  limit: CHAIN_LIMITS.quote,
  body: issuerStep,
  answer: feeQuoteSchema,
  run: ({ actor, body }) => quoteCall(planIssuerStep(actor, body)),
});
