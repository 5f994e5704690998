import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Account } from '@/generated/prisma/client';
import { countAccount } from '@/accounts/people/tally-accounts';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { claimCall } from '@/platform/http/call-windows';
import { database, inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { findTokenAccount, useAccountToken } from '@/accounts/passwords/find-token-account';
import { verifyPassword } from '@/accounts/passwords/hash-password';
import { changeAccount } from '@/accounts/passwords/account-mac';
import { signKnownDevice } from '@/accounts/devices/known-device';
import { deleteUnconfirmed } from '@/accounts/email/delete-unconfirmed';

/** Only who holds the mailed link gets to try. */
const TRIES = { calls: 10, minutes: 15 };

/** What a confirmation makes of an account: a doctor still waits for an administrator. */
export interface ConfirmedAccount {
  outcome: 'active' | 'pending';
  email: string;
  /** By which this browser is known to the account, so that no stranger's tries keep its owner out. */
  deviceCookie: string;
}

/** More registrations of one address are pending only when someone floods it. */
const MAX_WAITING = 30;

/**
 * Confirms the e-mail address of an account. The link proves the mailbox, and the password shows which of the
 * registrations of this address its owner made: otherwise a stranger could register someone else's address and
 * wait for its owner to press the button. The others end.
 * @throws AppError token-invalid, wrong-credentials, too-many-requests
 */
export async function confirmEmail(input: {
  token: string;
  password: string;
}): Promise<ConfirmedAccount> {
  const mailed = await findTokenAccount(database(), input.token, 'CONFIRM_EMAIL');
  const { email } = mailed;
  await claimCall('confirm e-mail', email, TRIES);
  const account = await findRegistration(mailed, input.password);
  if (account === null) throw new AppError('wrong-credentials');
  const { id } = account;
  const status = account.role === 'DOCTOR' ? 'PENDING' : 'ACTIVE';
  try {
    await inTransaction(async (tx) => {
      await useAccountToken(tx, mailed.id, input.token, 'CONFIRM_EMAIL');
      const emailConfirmedAt = await databaseNow(tx);
      const isConfirmed =
        account.status === 'UNCONFIRMED' &&
        (await changeAccount(tx, account, { status, emailConfirmedAt }));
      if (!isConfirmed) throw new AppError('token-invalid');
      countAccount(tx, account.role, { from: 'UNCONFIRMED', to: status });
      await deleteUnconfirmed(tx, { email });
      if (status === 'PENDING') {
        await notifyAdministrators(tx, { kind: 'doctor-waiting', refId: id, once: `doctor:${id}` });
      }
      appendAuditEvent(tx, {
        action: 'account.email-confirmed',
        actorKind: 'ACCOUNT',
        actorId: id,
      });
    });
  } catch (error) {
    // Two registrations of one address, confirmed at one moment.
    if (isUniqueViolation(error)) throw new AppError('token-invalid', { cause: error });
    throw error;
  }
  const outcome = status === 'PENDING' ? 'pending' : 'active';
  return { outcome, email, deviceCookie: signKnownDevice(account) };
}

/**
 * The registration with this password: the one that the link was mailed for, so that no flood of newer ones can
 * push it out, else the newest of the same address; null when there is none.
 */
async function findRegistration(mailed: Account, password: string): Promise<Account | null> {
  const others = await database().account.findMany({
    where: { email: mailed.email, status: 'UNCONFIRMED', id: { not: mailed.id } },
    orderBy: { createdAt: 'desc' },
    take: MAX_WAITING,
  });
  for (const account of [mailed, ...others]) {
    if (await verifyPassword(account.passwordHash, password)) return account;
  }
  return null;
}
