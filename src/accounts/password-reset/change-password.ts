import { signKnownDevice } from '@/accounts/devices/known-device';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { requireStrongPassword } from '@/accounts/passwords/password-rules';
import { changeAccount } from '@/accounts/passwords/account-mac';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { readWordsAbout } from './read-words-about';

/**
 * Gives the account another password. Every other session ends, and links to a new password that were mailed
 * before are no good any more.
 * @returns the cookie by which this browser is known from now on
 * @throws AppError proof-needed; invalid-input when the password is easy to guess; conflict when the account has changed
 * meanwhile
 */
export async function changePassword(actor: Actor, password: string): Promise<string> {
  await requireFreshProof(actor);
  const { accountId, sessionId } = actor;
  requireStrongPassword(password, await readWordsAbout(accountId));
  const passwordHash = await hashPassword(password);
  const account = await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const former = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    if (!(await changeAccount(tx, former, { passwordHash }))) throw new AppError('conflict');
    await tx.session.updateMany({
      where: { accountId, id: { not: sessionId }, revokedAt: null },
      data: { revokedAt: now, mac: null },
    });
    await tx.accountToken.updateMany({
      where: { accountId, purpose: 'RESET_PASSWORD', usedAt: null },
      data: { usedAt: now },
    });
    await queueSecurityNotice(tx, actor, { kind: 'password-changed' });
    appendAuditEvent(tx, {
      action: 'account.password-changed',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
    return { ...former, passwordHash };
  });
  return signKnownDevice(account);
}
