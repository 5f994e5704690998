import { quoteCall } from '@/registry/calls/chain-call';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { adminStep, planAdminStep } from '@/registry/recovery/recovery-step';
import { CHAIN_LIMITS } from '../../../../../chain-limits';
import { defineRoute } from '../../../../../define-route';
import { recoveryParams } from '../../../../../recovery-params';

export const POST = defineRoute({
  summary: 'What proposing or stopping a recovery would cost now. Changes nothing.',
  who: 'admin',
  limit: CHAIN_LIMITS.quote,
  params: recoveryParams,
  body: adminStep,
  answer: feeQuoteSchema,
  run: async ({ actor, params, body }) =>
    quoteCall(await planAdminStep(actor, params.recoveryId, body)),
});
