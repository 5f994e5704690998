import { quoteCall } from '@/registry/calls/chain-call';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { patientStep, planPatientStep } from '@/registry/recovery/recovery-step';
import { CHAIN_LIMITS } from '../../../../../chain-limits';
import { defineRoute } from '../../../../../define-route';
import { recoveryParams } from '../../../../../recovery-params';

export const POST = defineRoute({
  summary: 'What stopping or finishing a recovery would cost now. Changes nothing.',
  who: 'patient',
  limit: CHAIN_LIMITS.quote,
  params: recoveryParams,
  body: patientStep,
  answer: feeQuoteSchema,
  run: async ({ actor, params, body }) =>
    quoteCall(await planPatientStep(actor, params.recoveryId, body)),
});
