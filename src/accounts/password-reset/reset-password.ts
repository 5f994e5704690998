import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { changeAccount } from '@/accounts/passwords/account-mac';
import { findTokenAccount, useAccountToken } from '@/accounts/passwords/find-token-account';
import { liftFreeze } from '@/accounts/freeze/lift-freeze';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { signKnownDevice } from '@/accounts/devices/known-device';
import { forgetStrangersTries } from '@/accounts/sessions/log-in/log-in-tries';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireStrongPassword } from '@/accounts/passwords/password-rules';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { readWordsAbout } from './read-words-about';

/** Where the new password comes from. */
interface ResetOrigin {
  /** The browser, e.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
  /** The caller's network, see app/api/caller.ts. */
  network: string;
}

/** Whose password it is now, and the cookie by which this browser is known to that account; none where a log-in needs more than a password. */
interface ResetOutcome {
  email: string;
  deviceCookie: string | null;
}

/**
 * Sets a new password by a mailed link, ends every session, and unlocks the account for its owner after strangers'
 * failed log-ins: now, and by the cookie of a known browser also while those go on.
 * @throws AppError token-invalid; invalid-input when the password is easy to guess (the link stays usable)
 */
export async function resetPassword(
  input: { token: string; password: string },
  { device, network }: ResetOrigin = { device: null, network: 'unknown' },
): Promise<ResetOutcome> {
  const account = await findTokenAccount(database(), input.token, 'RESET_PASSWORD');
  requireStrongPassword(input.password, await readWordsAbout(account.id));
  const passwordHash = await hashPassword(input.password);
  await inTransaction(async (tx) => {
    await useAccountToken(tx, account.id, input.token, 'RESET_PASSWORD');
    if (!(await changeAccount(tx, account, { passwordHash }))) throw new AppError('token-invalid');
    // The mailbox is the only other thing that this owner can prove.
    if (account.secondFactorSince === null) await liftFreeze(tx, account);
    await revokeSessions(tx, account.id);
    const who = { accountId: account.id, device };
    await queueSecurityNotice(tx, who, { kind: 'password-reset' });
    appendAuditEvent(tx, {
      action: 'account.password-reset',
      actorKind: 'ACCOUNT',
      actorId: account.id,
    });
  });
  const { email } = account;
  await forgetStrangersTries(email, network);
  const isEnough = account.secondFactorSince === null;
  return { email, deviceCookie: isEnough ? signKnownDevice({ ...account, passwordHash }) : null };
}
