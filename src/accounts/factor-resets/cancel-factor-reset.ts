import { findTokenAccount, useAccountToken } from '@/accounts/passwords/find-token-account';
import { database, inTransaction } from '@/platform/database/database';
import { AppError, isAppError } from '@/platform/errors';
import { tokenHash } from '@/vault/token-hash';
import { endFactorReset } from './end-factor-reset';

/**
 * Cancels the reset of an account's second factors by the link of one of its mails. For a reset that is cancelled
 * already, as when the answer was lost, the button has nothing left to do.
 * @throws AppError token-invalid, also when no reset is under way any more
 */
export async function cancelFactorReset(token: string): Promise<void> {
  const cancelling = inTransaction(async (tx) => {
    const { id } = await findTokenAccount(tx, token, 'CANCEL_FACTOR_RESET');
    await useAccountToken(tx, id, token, 'CANCEL_FACTOR_RESET');
    const ended = await endFactorReset(tx, { accountId: id, as: 'CANCELLED' });
    if (!ended) throw new AppError('token-invalid');
  });
  await cancelling.catch(async (error: unknown) => {
    if (!isAppError(error, 'token-invalid') || !(await isCancelledAlready(token))) throw error;
  });
}

async function isCancelledAlready(token: string): Promise<boolean> {
  const known = await database().accountToken.findFirst({
    where: {
      tokenHash: await tokenHash(database(), token),
      purpose: 'CANCEL_FACTOR_RESET',
    },
  });
  if (known === null) return false;
  const newest = await database().factorReset.findFirst({
    where: { accountId: known.accountId },
    orderBy: { requestedAt: 'desc' },
  });
  return newest?.state === 'CANCELLED';
}
