import { isDoubted } from '@/accounts/freeze/is-doubted';
import type { Account, Passkey } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';

/**
 * Refuses a passkey that was removed or doubted since it was verified. A removal and a freeze write the account's row,
 * so that after the lock nothing of it changes until the transaction ends.
 * @param account as `lockAccount` read it
 * @throws AppError passkey-refused
 */
export async function requirePasskeyStill(
  tx: Transaction,
  account: Account,
  { id, createdAt }: Passkey,
): Promise<void> {
  const isKept = (await tx.passkey.count({ where: { id, accountId: account.id } })) === 1;
  if (!isKept || isDoubted(account, createdAt)) throw new AppError('passkey-refused');
}
