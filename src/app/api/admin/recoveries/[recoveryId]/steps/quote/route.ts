import { quoteCall } from '@/registry/chain-call';
import { feeQuoteSchema } from '@/registry/fee-quote';
import { adminStep, planAdminStep } from '@/registry/recovery/recovery-step';
import { defineRoute } from '../../../../../define-route';
import { recoveryParams } from '../../../../../recovery-params';

export const POST = defineRoute({
  summary: 'What proposing or stopping a recovery would cost now. Changes nothing.',
  who: 'admin',
  params: recoveryParams,
  body: adminStep,
  answer: feeQuoteSchema,
  run: async ({ actor, params, body }) =>
    quoteCall(await planAdminStep(actor, params.recoveryId, body)),
});
