import type { z } from 'zod';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database, inTransaction } from '@/platform/database/database';
import { prepareCall } from '@/registry/calls/chain-call';
import type { PreparedCall } from '@/registry/calls/prepared-call';
import { queueOwnRecoveryNews } from '@/registry/recovery/news/queue-own-recovery-news';
import { planAdminStep, planPatientStep, type adminStep, type patientStep } from './recovery-step';

/**
 * Prepares the call with which a patient stops or finishes the recovery of their wallet. To stop one needs no proof:
 * it is what the owner of a stolen session does in a hurry, and only the old wallet can.
 * @throws AppError not-found, wrong-state, proof-needed; chain-refused; chain-unavailable
 */
export async function preparePatientStep(
  actor: Actor,
  recoveryId: string,
  input: z.infer<typeof patientStep>,
): Promise<PreparedCall> {
  if (input.step === 'execute') await requireFreshProof(actor);
  const prepared = await prepareCall(await planPatientStep(actor, recoveryId, input));
  if (input.step === 'execute') {
    await inTransaction((tx) => queueOwnRecoveryNews(tx, actor, recoveryId, 'finishing'));
  }
  return prepared;
}

/**
 * Prepares the call with which an administrator's wallet proposes or stops a recovery. The administrator gets a mail
 * about it at once.
 * @throws AppError forbidden, proof-needed, not-found; wrong-state; conflict; chain-refused; chain-unavailable
 */
export async function prepareAdminStep(
  actor: Actor,
  recoveryId: string,
  input: z.infer<typeof adminStep>,
): Promise<PreparedCall> {
  await requireFreshProof(actor);
  const prepared = await prepareCall(await planAdminStep(actor, recoveryId, input));
  const { oldAddress } = await database().walletRecovery.findUniqueOrThrow({
    where: { id: recoveryId },
  });
  await inTransaction((tx) =>
    queueSecurityNotice(tx, actor, {
      kind: 'administration',
      act: `recovery-${input.step}`,
      about: oldAddress,
    }),
  );
  return prepared;
}
