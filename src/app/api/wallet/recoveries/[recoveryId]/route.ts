import { cancelRecovery } from '@/registry/recovery/cancel-recovery';
import { defineRoute } from '../../../define-route';
import { recoveryParams } from '../../../recovery-params';

export const DELETE = defineRoute({
  summary: 'Takes the patient’s own request for recovery back, before it is proposed on the chain.',
  who: 'patient',
  params: recoveryParams,
  run: ({ actor, params }) => cancelRecovery(actor, params.recoveryId),
});
