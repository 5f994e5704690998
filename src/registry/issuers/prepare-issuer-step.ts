import type { z } from 'zod';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { prepareCall } from '@/registry/calls/chain-call';
import type { PreparedCall } from '@/registry/calls/prepared-call';
import { planIssuerStep, type issuerStep } from './issuer-step';

/**
 * Prepares the call with which an administrator's wallet appoints, dismisses or marks an issuer. The administrator
 * gets a mail about it at once: the wallet may be another person's.
 * @throws AppError forbidden, proof-needed; chain-refused with the contract's reason; chain-unavailable
 */
export async function prepareIssuerStep(
  actor: Actor,
  input: z.infer<typeof issuerStep>,
): Promise<PreparedCall> {
  const planned = planIssuerStep(actor, input);
  await requireFreshProof(actor);
  const prepared = await prepareCall(planned);
  const { step, issuer } = input;
  await inTransaction((tx) =>
    queueSecurityNotice(tx, actor, {
      kind: 'administration',
      act: `issuer-${step}`,
      about: issuer,
    }),
  );
  return prepared;
}
