import { findTokenAccount, useAccountToken } from '@/accounts/passwords/find-token-account';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { endFactorReset } from './end-factor-reset';

/**
 * Cancels the reset of an account's second factors by the link of one of its mails.
 * @throws AppError token-invalid, also when no reset is under way any more
 */
export async function cancelFactorReset(token: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { id } = await findTokenAccount(tx, token, 'CANCEL_FACTOR_RESET');
    await useAccountToken(tx, id, token, 'CANCEL_FACTOR_RESET');
    const ended = await endFactorReset(tx, { accountId: id, as: 'CANCELLED' });
    if (!ended) throw new AppError('token-invalid');
  });
}
