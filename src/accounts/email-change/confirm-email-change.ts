import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { changeAccount } from '@/accounts/passwords/account-mac';
import { lockAccount } from '@/accounts/sessions/log-in/lock-account';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { EmailChange } from '@/generated/prisma/client';
import { inTransaction, isUniqueViolation, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isSameMac } from '@/vault/proof-mac';
import { tokenHash } from '@/vault/token-hash';
import { emailChangeMac } from './email-change-mac';

/** Whether the address is changed, or which mailbox still has to confirm. */
export type EmailChangeOutcome = 'changed' | 'other-mailbox';

/**
 * Confirms a change of the e-mail address by one of its two links. With the second one the address changes and every
 * session ends; links to a new password that the former mailbox got are no good any more, and it gets a mail about it.
 * A link pressed again after the change, as when the answer was lost, answers that it is done.
 * @param device the browser that presses the button, e.g. `Firefox on Windows`
 * @throws AppError token-invalid, also when the new address has an account by now
 */
export async function confirmEmailChange(
  token: string,
  device: string | null,
): Promise<EmailChangeOutcome> {
  try {
    return await inTransaction(async (tx) => confirm(tx, await tokenHash(tx, token), device));
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('token-invalid', { cause: error });
    throw error;
  }
}

async function confirm(
  tx: Transaction,
  hash: Uint8Array<ArrayBuffer>,
  device: string | null,
): Promise<EmailChangeOutcome> {
  const now = await databaseNow(tx);
  const { accountId } = await findWish(tx, hash, now);
  // Both links at one moment: the account is locked before the wish is read, so that one of them sees the other.
  const account = await lockAccount(tx, accountId);
  const wish = await findWish(tx, hash, now);
  // One link pressed twice.
  if (wish.formerEmail !== null) return 'changed';
  const isOld = isSameMac(wish.oldTokenHash, hash);
  const confirmed = { ...wish, [isOld ? 'oldConfirmedAt' : 'newConfirmedAt']: now };
  const { oldConfirmedAt, newConfirmedAt, newEmail } = confirmed;
  const mac = await emailChangeMac(tx, confirmed);
  await tx.emailChange.update({
    where: { accountId },
    data: { oldConfirmedAt, newConfirmedAt, mac },
  });
  if (oldConfirmedAt === null || newConfirmedAt === null) return 'other-mailbox';
  const change = { email: newEmail, emailConfirmedAt: now };
  if (!(await changeAccount(tx, account, change))) throw new AppError('token-invalid');
  await tx.emailChange.update({ where: { accountId }, data: { formerEmail: account.email } });
  const event = { kind: 'email-changed' as const, formerEmail: account.email };
  await queueSecurityNotice(tx, { accountId, device }, event);
  await revokeSessions(tx, accountId);
  await tx.accountToken.updateMany({
    where: { accountId, purpose: 'RESET_PASSWORD', usedAt: null },
    data: { usedAt: now },
  });
  appendAuditEvent(tx, {
    action: 'account.email-changed',
    actorKind: 'ACCOUNT',
    actorId: accountId,
  });
  return 'changed';
}

async function findWish(
  tx: Transaction,
  hash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<EmailChange> {
  const wish = await tx.emailChange.findFirst({
    where: { OR: [{ oldTokenHash: hash }, { newTokenHash: hash }], expiresAt: { gt: now } },
  });
  const isGenuine = wish !== null && isSameMac(wish.mac, await emailChangeMac(tx, wish));
  if (!isGenuine) throw new AppError('token-invalid');
  return wish;
}
