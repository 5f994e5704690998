import { cancelRecovery } from '@/registry/recovery/cancel-recovery';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { recoveryParams } from '../../../recovery-params';

export const DELETE = defineRoute({
  summary: 'Takes the patient’s own request for recovery back, before it is proposed on the chain.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: recoveryParams,
  run: ({ actor, params }) => cancelRecovery(actor, params.recoveryId),
});
