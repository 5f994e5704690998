import { findTokenAccount, useAccountToken } from '@/accounts/passwords/find-token-account';
import { hashAccountToken } from '@/accounts/passwords/mint-account-token';
import { mailDedupeKey } from '@/accounts/notices/mail-dedupe-key';
import { endFactorReset } from '@/accounts/factor-resets/end-factor-reset';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';

/**
 * Freezes an account whose owner did not do what a security mail is about. Every session ends, and until the owner
 * has logged in with a second factor (without one: has set a new password by a mailed link) the account cannot be
 * used and guests get none of its reports. A reset of its second factors that is under way is cancelled.
 * Pressed again while the account is frozen, as when the answer was lost, the button has nothing left to do.
 * @param token of the mail's link
 * @param device the browser that presses the button, e.g. `Firefox on Windows`
 * @throws AppError token-invalid
 */
export async function freezeAccount(token: string, device: string | null): Promise<void> {
  const freezing = inTransaction(async (tx) => {
    const { id, email, secondFactorSince } = await findTokenAccount(tx, token, 'NOT_ME');
    await useAccountToken(tx, id, token, 'NOT_ME');
    await tx.account.update({ where: { id }, data: { frozenAt: await databaseNow(tx) } });
    await revokeSessions(tx, id);
    await endFactorReset(tx, { accountId: id, as: 'CANCELLED' });
    await queueSecurityNotice(tx, { accountId: id, device }, { kind: 'account-frozen' });
    if (secondFactorSince === null) {
      const dedupeKey = await mailDedupeKey(tx, 'mail-reset-password', email);
      await enqueueJob(tx, 'mail-reset-password', { accountId: id }, { dedupeKey });
    }
    appendAuditEvent(tx, { action: 'account.frozen', actorKind: 'ACCOUNT', actorId: id });
  });
  await freezing.catch(async (error: unknown) => {
    if (!isAppError(error, 'token-invalid') || !(await isFrozenAlready(token))) throw error;
  });
}

async function isFrozenAlready(token: string): Promise<boolean> {
  const used = await database().accountToken.count({
    where: {
      tokenHash: hashAccountToken(token),
      purpose: 'NOT_ME',
      usedAt: { not: null },
      account: { frozenAt: { not: null } },
    },
  });
  return used > 0;
}
