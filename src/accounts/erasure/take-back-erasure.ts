import { findTokenAccount, useAccountToken } from '@/accounts/passwords/find-token-account';
import type { Actor } from '@/accounts/sessions/actor';
import { database, inTransaction } from '@/platform/database/database';
import { AppError, isAppError } from '@/platform/errors';
import { tokenHash } from '@/vault/token-hash';
import { endErasure } from './end-erasure';

/**
 * Takes the erasure of one's own account back.
 * @throws AppError wrong-state when none waits, also when it has begun
 */
export async function takeBackErasure({ accountId }: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await endErasure(tx, accountId))) throw new AppError('wrong-state');
  });
}

/**
 * Takes an erasure back by the link of one of its mails. For one that is taken back already, as when the answer was
 * lost, the button has nothing left to do.
 * @throws AppError token-invalid, also when it has begun
 */
export async function takeBackByLink(token: string): Promise<void> {
  const takingBack = inTransaction(async (tx) => {
    const { id } = await findTokenAccount(tx, token, 'CANCEL_ERASURE');
    await useAccountToken(tx, id, token, 'CANCEL_ERASURE');
    if (!(await endErasure(tx, id))) throw new AppError('token-invalid');
  });
  await takingBack.catch(async (error: unknown) => {
    if (!isAppError(error, 'token-invalid') || !(await isTakenBackAlready(token))) throw error;
  });
}

async function isTakenBackAlready(token: string): Promise<boolean> {
  const known = await database().accountToken.findFirst({
    where: { tokenHash: await tokenHash(database(), token), purpose: 'CANCEL_ERASURE' },
  });
  if (known === null) return false;
  const newest = await database().erasure.findFirst({
    where: { accountId: known.accountId },
    orderBy: { requestedAt: 'desc' },
  });
  return newest?.state === 'TAKEN_BACK';
}
