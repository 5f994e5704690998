import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AccountStatus } from '@/generated/prisma/enums';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database';
import { AppError, type ErrorCode } from '@/platform/errors';
import { unlessDatabaseAway } from '@/platform/unless-database-away';
import { claimPasswordTry } from './claim-password-try';
import { verifyPassword } from './hash-password';
import { mailDedupeKey } from './mail-dedupe-key';
import { normaliseEmail } from './normalise-email';
import { openSession } from './open-session';

const REFUSED: Record<Exclude<AccountStatus, 'ACTIVE'>, ErrorCode> = {
  UNCONFIRMED: 'email-not-confirmed',
  PENDING: 'account-pending',
  SUSPENDED: 'account-suspended',
};

/**
 * Opens a session for the right password of an active account. An unknown address, a wrong password and a
 * locked account answer alike and take equally long; what hinders an account is told only to who knows its
 * password.
 * @throws AppError wrong-credentials, email-not-confirmed, account-pending, account-suspended
 */
export async function logIn(input: {
  email: string;
  password: string;
}): Promise<{ sessionId: string }> {
  const email = normaliseEmail(input.email);
  const account = await unlessDatabaseAway(database().account.findUnique({ where: { email } }));
  const mayTry = await claimPasswordTry(email);
  const right = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !mayTry || !right) {
    await inTransaction((tx) =>
      appendAuditEvent(tx, {
        action: 'account.log-in-failed',
        actorKind: 'SYSTEM',
        actorId: 'log-in',
        ...(account === null ? {} : { subjectId: account.id }),
      }),
    );
    throw new AppError('wrong-credentials');
  }
  const { id, status } = account;
  const outcome = await inTransaction(async (tx) => {
    await tx.account.update({ where: { id }, data: { failedLogins: 0, lockedUntil: null } });
    if (status === 'UNCONFIRMED') {
      const dedupeKey = mailDedupeKey('mail-confirm-email', id);
      await enqueueJob(tx, 'mail-confirm-email', { accountId: id }, { dedupeKey });
    }
    if (status !== 'ACTIVE') return { refused: REFUSED[status] };
    const sessionId = await openSession(tx, id);
    await appendAuditEvent(tx, { action: 'account.logged-in', actorKind: 'ACCOUNT', actorId: id });
    return { sessionId };
  });
  if ('refused' in outcome) throw new AppError(outcome.refused);
  return outcome;
}
