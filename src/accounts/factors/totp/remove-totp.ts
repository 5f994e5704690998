import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { recordFactorRemoved } from '../record-factor-removed';

/**
 * Removes the account's authenticator app.
 * @throws AppError proof-needed; not-found when none is set up; wrong-state when it is the last factor of
 * somebody who must have one
 */
export async function removeTotp(actor: Actor): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const { count } = await tx.totpSecret.deleteMany({
      where: { accountId, confirmedAt: { not: null } },
    });
    if (count === 0) throw new AppError('not-found');
    await recordFactorRemoved(tx, actor, 'totp');
  });
}
