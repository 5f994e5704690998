import { database } from '@/platform/database/database';
import { claimCall, forgetCalls } from '@/platform/http/call-windows';
import { AppError, isAppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import { verifyPassword } from '@/accounts/passwords/hash-password';

const TRIES = { calls: 10, minutes: 15 };

/**
 * Asks for the password once more although there is a session. The tries are the session's own: who holds a
 * stolen one must not close the log-in to its owner.
 * @throws AppError wrong-credentials, beside the field; too-many-requests
 */
export async function confirmPassword(actor: Actor, password: string): Promise<void> {
  const { accountId: id, sessionId } = actor;
  await claimCall('password again', sessionId, TRIES).catch(explain);
  const account = await findGenuineAccount(database(), id);
  if (!(await verifyPassword(account?.passwordHash ?? null, password))) {
    throw new AppError('wrong-credentials', {
      detail: (t) => t('accounts.confirmPassword.wrongPassword'),
      fields: { password: (t) => t('accounts.confirmPassword.wrongField') },
    });
  }
  await forgetCalls('password again', sessionId);
}

function explain(error: unknown): never {
  if (!isAppError(error, 'too-many-requests')) throw error;
  const { retryAfterSeconds } = error;
  throw new AppError('too-many-requests', {
    detail: (t) => t('accounts.confirmPassword.tooMany'),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}
