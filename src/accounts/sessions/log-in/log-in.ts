import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Account } from '@/generated/prisma/client';
import type { AccountStatus } from '@/generated/prisma/enums';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database/database';
import { AppError, type ErrorCode } from '@/platform/errors';
import { unlessDatabaseAway } from '@/platform/database/unless-database-away';
import { refuseAfterAtLeast } from '@/platform/http/after-at-least';
import { log } from '@/platform/logger';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import { enterAccount } from './enter-account';
import { findAccount } from '@/accounts/email/find-account';
import { verifyPassword } from '@/accounts/passwords/hash-password';
import { readKnownDevice, signKnownDevice } from '@/accounts/devices/known-device';
import { claimLogInTry, forgiveLogInTries } from './log-in-tries';
import { mailDedupeKey } from '@/accounts/notices/mail-dedupe-key';
import { normaliseEmail } from '@/accounts/email/normalise-email';

const REFUSED: Record<Exclude<AccountStatus, 'ACTIVE'>, ErrorCode> = {
  UNCONFIRMED: 'wrong-credentials',
  PENDING: 'account-pending',
  SUSPENDED: 'account-suspended',
  ERASED: 'wrong-credentials',
};

/** Where a log-in comes from. */
export interface LogInOrigin {
  /** The caller's network; callers without one are counted together. */
  network: string;
  /** The browser's cookie of this account, see known-device.ts. */
  deviceCookie: string | null;
  /** The session that this browser has now: another log-in ends it. */
  formerSessionId: string | null;
  /** The browser, e.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
}

const NOWHERE: LogInOrigin = {
  network: 'unknown',
  deviceCookie: null,
  formerSessionId: null,
  device: null,
};

/** An open session. */
export interface LoggedIn {
  sessionId: string;
  /** The cookie by which this browser is known from now on; null while a second factor is still to be given. */
  deviceCookie: string | null;
}

/**
 * Opens a session for the right password of a confirmed account. An unknown address, a wrong password and an
 * address that is not confirmed are refused alike and equally late: a registration proves no mailbox, so the
 * password that a stranger chose must not show whether the address has an account. What hinders a confirmed
 * account is answered only to a caller with its password.
 * @throws AppError wrong-credentials, too-many-requests, account-pending, account-suspended, account-frozen
 */
export function logIn(
  input: { email: string; password: string },
  origin: LogInOrigin = NOWHERE,
): Promise<LoggedIn> {
  return refuseAfterAtLeast(checkAndOpenSession(input, origin));
}

async function checkAndOpenSession(
  input: { email: string; password: string },
  origin: LogInOrigin,
): Promise<LoggedIn> {
  const email = normaliseEmail(input.email);
  const account = await unlessDatabaseAway(findAccount(database(), email));
  const deviceId = readKnownDevice(account, origin.deviceCookie);
  const guesser = { network: origin.network, deviceId };
  await claimLogInTry(email, guesser);
  const right = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !right || account.status === 'UNCONFIRMED') {
    await recordFailure(account, right);
    throw new AppError('wrong-credentials');
  }
  if (!(await isGenuineAccount(database(), account))) {
    log().error({ account: account.id }, 'an account in the database was altered');
    throw new AppError('wrong-credentials');
  }
  await forgiveLogInTries(email, guesser);
  const { status } = account;
  refuseInactive(status);
  if (account.frozenAt !== null && account.secondFactorSince === null) {
    throw new AppError('account-frozen', { detail: (t) => t('accounts.logIn.frozen') });
  }
  const sessionId = await inTransaction((tx) => enterAccount(tx, account, origin, false));
  const isWhole = account.secondFactorSince === null;
  const deviceCookie = isWhole ? signKnownDevice(account, deviceId ?? undefined) : null;
  return { sessionId, deviceCookie };
}

/** Refuses an account that may not be used, or not yet. @throws AppError wrong-credentials, account-pending, account-suspended */
export function refuseInactive(status: AccountStatus): void {
  if (status !== 'ACTIVE') throw new AppError(REFUSED[status]);
}

/** Records a failed log-in. A right password of an unconfirmed account has its confirmation mailed again. */
async function recordFailure(account: Account | null, right: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    if (account !== null && right) {
      const dedupeKey = await mailDedupeKey(tx, 'mail-confirm-email', account.email);
      await enqueueJob(tx, 'mail-confirm-email', { accountId: account.id }, { dedupeKey });
    }
    appendAuditEvent(tx, {
      action: 'account.log-in-failed',
      actorKind: 'SYSTEM',
      actorId: 'log-in',
      ...(account === null ? {} : { subjectId: account.id }),
    });
  });
}
