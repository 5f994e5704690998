import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
import type { Actor } from './actor';
import { claimPasswordTry } from './claim-password-try';
import { verifyPassword } from './hash-password';

/**
 * Asks for the password once more before a step of weight, although there is a session. Shares its tries
 * with the log-in: ten wrong ones close the door for a while.
 * @throws AppError wrong-credentials, beside the field
 */
export async function confirmPassword(actor: Actor, password: string): Promise<void> {
  const { accountId: id, email } = actor;
  const account = await database().account.findUnique({ where: { id } });
  const mayTry = await claimPasswordTry(email);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!mayTry || !right) {
    throw new AppError('wrong-credentials', {
      detail:
        'The password is wrong. After ten wrong passwords an account rests for 15 minutes, and no password is taken.',
      fields: { password: 'This password is wrong.' },
    });
  }
  await database().account.update({ where: { id }, data: { failedLogins: 0, lockedUntil: null } });
}
