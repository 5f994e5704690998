import { preparedCallSchema } from '@/registry/calls/prepared-call';
import { preparePatientStep } from '@/registry/recovery/prepare-recovery-step';
import { patientStep } from '@/registry/recovery/recovery-step';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { recoveryParams } from '../../../../recovery-params';

export const POST = defineRoute({
  summary: 'The call with which the old wallet stops a recovery or the new one finishes it.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: recoveryParams,
  body: patientStep,
  answer: preparedCallSchema,
  run: ({ actor, params, body }) => preparePatientStep(actor, params.recoveryId, body),
});
