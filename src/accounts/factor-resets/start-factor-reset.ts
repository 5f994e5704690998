import { findAccount } from '@/accounts/email/find-account';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import type { Sentence } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { openFactorReset } from './open-factor-reset';

/**
 * Starts the reset of another administrator's second factors, which is the first of its two confirmations.
 * @param email normalised
 * @throws AppError forbidden, also for one's own account; proof-needed; invalid-input for an address that is not of
 * an administrator with a second factor; conflict when one is open already
 */
export async function startFactorReset(actor: Actor, email: string): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  const account = await findAccount(database(), email);
  if (account?.id === actor.accountId) {
    throw new AppError('forbidden', { detail: (t) => t('accounts.factorReset.notOwn') });
  }
  if (account?.role !== 'ADMIN' || account.secondFactorSince === null) {
    const detail: Sentence = (t) => t('accounts.factorReset.noSuchAdministrator');
    throw new AppError('invalid-input', { detail, fields: { email: detail } });
  }
  const { id: accountId, displayName: about } = account;
  await openFactorReset({
    accountId,
    device: actor.device,
    startedById: actor.accountId,
    also: (tx) =>
      queueSecurityNotice(tx, actor, { kind: 'administration', act: 'factor-reset-start', about }),
  });
}
