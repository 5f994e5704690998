import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database';
import { claimCall } from '@/platform/call-windows';
import { AppError } from '@/platform/errors';
import { findTokenAccount, useAccountToken } from './find-token-account';
import { verifyPassword } from './hash-password';

/** Only who holds the mailed link gets to try. */
const TRIES = { calls: 10, minutes: 15 };

/** What a confirmation makes of an account: a doctor still waits for an administrator. */
export interface ConfirmedAccount {
  outcome: 'active' | 'pending';
  email: string;
}

/**
 * Confirms the e-mail address of an account. The link proves the mailbox and the password proves that the
 * registration was made by the mailbox's owner: otherwise a stranger could register somebody else's address
 * and wait for its owner to press the button.
 * @throws AppError token-invalid, wrong-credentials, too-many-requests
 */
export async function confirmEmail(input: {
  token: string;
  password: string;
}): Promise<ConfirmedAccount> {
  const account = await findTokenAccount(database(), input.token, 'CONFIRM_EMAIL');
  const { id, email, passwordHash } = account;
  await claimCall('confirm e-mail', email, TRIES);
  const right = await verifyPassword(passwordHash, input.password);
  if (!right) throw new AppError('wrong-credentials');
  const status = account.role === 'DOCTOR' ? 'PENDING' : 'ACTIVE';
  await inTransaction(async (tx) => {
    await useAccountToken(tx, id, input.token, 'CONFIRM_EMAIL');
    const { count } = await tx.account.updateMany({
      // The same registration whose password was checked, not one that took its place meanwhile.
      where: { id, status: 'UNCONFIRMED', passwordHash },
      data: { status, emailConfirmedAt: new Date() },
    });
    if (count !== 1) throw new AppError('token-invalid');
    await appendAuditEvent(tx, {
      action: 'account.email-confirmed',
      actorKind: 'ACCOUNT',
      actorId: id,
    });
  });
  return { outcome: status === 'PENDING' ? 'pending' : 'active', email };
}
