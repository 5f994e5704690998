import { declineInput, declineRecovery } from '@/registry/recovery/decline-recovery';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { recoveryParams } from '../../../../recovery-params';

export const POST = defineRoute({
  summary: 'Declines a patient’s request for recovery; the patient is mailed the reason.',
  who: 'admin',
  limit: CHAIN_LIMITS.step,
  params: recoveryParams,
  body: declineInput,
  run: ({ actor, params, body }) => declineRecovery(actor, params.recoveryId, body),
});
