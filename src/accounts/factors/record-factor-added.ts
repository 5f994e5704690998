import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Actor } from '@/accounts/sessions/actor';
import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { lockAccount } from '@/accounts/sessions/log-in/lock-account';
import { changeSession } from '@/accounts/sessions/change-session';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';

/** The kinds of second factor. */
export type FactorKind = 'passkey' | 'totp';

/**
 * What follows from a new factor: this session has given it, every other one of the account ends, and the owner
 * gets a mail.
 * @throws AppError not-signed-in when the session has ended meanwhile; conflict when the account was altered
 */
export async function recordFactorAdded(
  tx: Transaction,
  actor: Actor,
  factor: FactorKind,
): Promise<void> {
  const { accountId, sessionId } = actor;
  const now = await databaseNow(tx);
  const { secondFactorSince } = await lockAccount(tx, accountId);
  if (secondFactorSince === null) {
    await changeLockedAccount(tx, accountId, { secondFactorSince: now });
  }
  await tx.session.updateMany({
    where: { accountId, id: { not: sessionId }, revokedAt: null },
    data: { revokedAt: now, mac: null },
  });
  if (!(await changeSession(tx, sessionId, { secondFactorAt: now })))
    throw new AppError('not-signed-in');
  await queueSecurityNotice(tx, actor, { kind: 'factor-changed', change: `${factor}-added` });
  appendAuditEvent(tx, {
    action: 'account.factor-added',
    actorKind: 'ACCOUNT',
    actorId: accountId,
    details: { factor },
  });
}
