import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AccountStatus } from '@/generated/prisma/enums';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database';
import { AppError, type ErrorCode } from '@/platform/errors';
import { unlessDatabaseAway } from '@/platform/unless-database-away';
import { endSession } from './end-session';
import { findAccount } from './find-account';
import { verifyPassword } from './hash-password';
import { readKnownDevice, signKnownDevice } from './known-device';
import { claimLogInTry, forgiveLogInTries } from './log-in-tries';
import { mailDedupeKey } from './mail-dedupe-key';
import { normaliseEmail } from './normalise-email';
import { openSession } from './open-session';

const REFUSED: Record<Exclude<AccountStatus, 'ACTIVE'>, ErrorCode> = {
  UNCONFIRMED: 'email-not-confirmed',
  PENDING: 'account-pending',
  SUSPENDED: 'account-suspended',
};

/** Where a log-in comes from. */
export interface LogInOrigin {
  /** The caller's network; those who do not say are counted together. */
  network: string;
  /** The browser's cookie of this account, see known-device.ts. */
  deviceCookie: string | null;
  /** The session that this browser has now: another log-in ends it. */
  formerSessionId: string | null;
}

const NOWHERE: LogInOrigin = { network: 'unknown', deviceCookie: null, formerSessionId: null };

/** An open session, and the cookie by which this browser is known from now on. */
interface LoggedIn {
  sessionId: string;
  deviceCookie: string;
}

/**
 * Opens a session for the right password of an active account. An unknown address and a wrong password answer
 * alike and take equally long; what hinders an account is told only to who knows its password.
 * @throws AppError wrong-credentials, too-many-requests, email-not-confirmed, account-pending, account-suspended
 */
export async function logIn(
  input: { email: string; password: string },
  origin: LogInOrigin = NOWHERE,
): Promise<LoggedIn> {
  const email = normaliseEmail(input.email);
  const account = await unlessDatabaseAway(findAccount(database(), email));
  const deviceId = readKnownDevice(account, origin.deviceCookie);
  const guesser = { network: origin.network, deviceId };
  await claimLogInTry(email, guesser);
  const right = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !right) {
    await noteFailure(account?.id ?? null);
    throw new AppError('wrong-credentials');
  }
  await forgiveLogInTries(email, guesser);
  const { id, status } = account;
  const outcome = await inTransaction(async (tx) => {
    if (status === 'UNCONFIRMED') {
      const dedupeKey = mailDedupeKey('mail-confirm-email', email);
      await enqueueJob(tx, 'mail-confirm-email', { accountId: id }, { dedupeKey });
    }
    if (status !== 'ACTIVE') return { refused: REFUSED[status] };
    if (origin.formerSessionId !== null) await endSession(tx, origin.formerSessionId);
    const sessionId = await openSession(tx, id);
    await appendAuditEvent(tx, { action: 'account.logged-in', actorKind: 'ACCOUNT', actorId: id });
    return { sessionId };
  });
  if ('refused' in outcome) throw new AppError(outcome.refused);
  return { ...outcome, deviceCookie: signKnownDevice(account, deviceId ?? undefined) };
}

async function noteFailure(accountId: string | null): Promise<void> {
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'account.log-in-failed',
      actorKind: 'SYSTEM',
      actorId: 'log-in',
      ...(accountId === null ? {} : { subjectId: accountId }),
    }),
  );
}
