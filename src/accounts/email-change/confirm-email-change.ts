import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { hashAccountToken } from '@/accounts/passwords/mint-account-token';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { EmailChange } from '@/generated/prisma/client';
import { inTransaction, isUniqueViolation, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';

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
    return await inTransaction((tx) => confirm(tx, hashAccountToken(token), device));
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
  const wish = await findWish(tx, hash, now);
  if (wish.formerEmail !== null) return 'changed';
  const isOld = wish.oldTokenHash !== null && Buffer.from(wish.oldTokenHash).equals(hash);
  const { accountId } = wish;
  // Both links at one moment: the row is written before it is read, so that one of them sees the other.
  await tx.emailChange.updateMany({
    where: { accountId, formerEmail: null },
    data: isOld ? { oldConfirmedAt: now } : { newConfirmedAt: now },
  });
  const { oldConfirmedAt, newConfirmedAt, newEmail, formerEmail } = await findWish(tx, hash, now);
  // One link twice at one moment.
  if (formerEmail !== null) return 'changed';
  if (oldConfirmedAt === null || newConfirmedAt === null) return 'other-mailbox';
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  await tx.account.update({
    where: { id: accountId },
    data: { email: newEmail, emailConfirmedAt: now },
  });
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
  if (wish === null) throw new AppError('token-invalid');
  return wish;
}
