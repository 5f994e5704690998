import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { endFactorReset } from './end-factor-reset';

/**
 * Declines the reset of a person's second factors, also one that two administrators have confirmed.
 * @throws AppError forbidden, proof-needed, not-found; conflict when it is over
 */
export async function declineFactorReset(actor: Actor, resetId: string): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const reset = await tx.factorReset.findUnique({
      where: { id: resetId },
      include: { account: { select: { displayName: true } } },
    });
    if (reset === null) throw new AppError('not-found');
    const { accountId } = reset;
    const declinedById = actor.accountId;
    const ended = await endFactorReset(tx, { accountId, as: 'DECLINED', declinedById, resetId });
    if (!ended) throw new AppError('conflict');
    const about = reset.account.displayName;
    await queueSecurityNotice(tx, actor, {
      kind: 'administration',
      act: 'factor-reset-decline',
      about,
    });
  });
}
