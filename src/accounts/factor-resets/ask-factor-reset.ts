import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { openFactorReset } from './open-factor-reset';

/**
 * Asks two administrators to remove the second factors of a person who has lost them. The password is proved: only
 * the second step of the log-in is missing. Administrators cannot ask for themselves: another one starts it.
 * @throws AppError forbidden for an administrator; wrong-state in a session that lacks no second factor; conflict
 * when one is open already
 */
export async function askFactorReset(actor: Actor): Promise<void> {
  const { accountId, sessionId, device, role } = actor;
  if (role === 'ADMIN') {
    throw new AppError('forbidden', { detail: (t) => t('accounts.factorReset.askAnother') });
  }
  const halfOpen = await database().session.count({
    where: {
      id: sessionId,
      accountId,
      revokedAt: null,
      secondFactorAt: null,
      account: { secondFactorSince: { not: null } },
    },
  });
  if (halfOpen === 0) throw new AppError('wrong-state');
  await openFactorReset({ accountId, device });
}
