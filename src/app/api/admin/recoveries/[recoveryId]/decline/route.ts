import { declineInput, declineRecovery } from '@/registry/recovery/decline-recovery';
import { defineRoute } from '../../../../define-route';
import { recoveryParams } from '../../../../recovery-params';

export const POST = defineRoute({
  summary: 'Declines a patient’s request for recovery; the patient is mailed the reason.',
  who: 'admin',
  params: recoveryParams,
  body: declineInput,
  run: ({ actor, params, body }) => declineRecovery(actor, params.recoveryId, body),
});
