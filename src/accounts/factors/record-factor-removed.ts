import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Actor } from '@/accounts/sessions/actor';
import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import type { FactorKind } from './record-factor-added';

/**
 * What follows from a removed factor: every other session of the account ends, which may have been opened with it.
 * Without any left, the account's backup codes go with it.
 * @throws AppError wrong-state when it was the last one of somebody who must have one
 */
export async function recordFactorRemoved(
  tx: Transaction,
  actor: Actor,
  factor: FactorKind,
): Promise<void> {
  const { accountId, sessionId } = actor;
  const passkeys = await tx.passkey.count({ where: { accountId } });
  const totp = await tx.totpSecret.count({ where: { accountId, confirmedAt: { not: null } } });
  if (passkeys + totp === 0) {
    if (needsSecondFactor(actor.role)) {
      throw new AppError('wrong-state', { detail: (t) => t('accounts.factors.lastOne') });
    }
    await tx.backupCode.deleteMany({ where: { accountId } });
    await changeLockedAccount(tx, accountId, { secondFactorSince: null });
  }
  await tx.session.updateMany({
    where: { accountId, id: { not: sessionId }, revokedAt: null },
    data: { revokedAt: await databaseNow(tx), mac: null },
  });
  await queueSecurityNotice(tx, actor, { kind: 'factor-changed', change: `${factor}-removed` });
  appendAuditEvent(tx, {
    action: 'account.factor-removed',
    actorKind: 'ACCOUNT',
    actorId: accountId,
    details: { factor },
  });
}
