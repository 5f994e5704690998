import { appendAuditEvent } from '@/audit/append-audit-event';
import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { FACTOR_GRACE_MS, needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import type { Account } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { endSession } from '@/accounts/sessions/end-session';
import { openSession } from '@/accounts/sessions/open-session';

/** The browser that logs in. */
interface EnteringBrowser {
  /** Its present session, which ends; null when it has none. */
  formerSessionId: string | null;
  /** E.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
}

/**
 * Opens a session in the place of the browser's former one. The first one of somebody who must have a second
 * factor begins the days within which it has to be set up.
 * @param account as it was when the log-in was checked
 * @param secondFactor whether the log-in proved a second factor
 * @returns the session's id
 * @throws AppError wrong-credentials when the account has been frozen or closed, or has another password or address
 * since then
 */
export async function enterAccount(
  tx: Transaction,
  account: Account,
  { formerSessionId, device }: EnteringBrowser,
  secondFactor: boolean,
): Promise<string> {
  const { id, role, secondFactorDueAt } = account;
  await requireUnchanged(tx, account, secondFactor);
  if (formerSessionId !== null) await endSession(tx, formerSessionId);
  if (needsSecondFactor(role) && secondFactorDueAt === null) {
    const dueAt = new Date((await databaseNow(tx)).getTime() + FACTOR_GRACE_MS);
    const { secondFactorDueAt: known } = await tx.account.findUniqueOrThrow({ where: { id } });
    if (known === null) await changeLockedAccount(tx, id, { secondFactorDueAt: dueAt });
  }
  const sessionId = await openSession(tx, id, { device, secondFactor });
  appendAuditEvent(tx, { action: 'account.logged-in', actorKind: 'ACCOUNT', actorId: id });
  return sessionId;
}

/**
 * A password is checked outside of the transaction, and that takes long. What ends all sessions meanwhile (a freeze, a
 * new password or address) writes the account's row first: either it sees this session and ends it, or this log-in sees its change.
 */
async function requireUnchanged(
  tx: Transaction,
  { id, email, passwordHash }: Account,
  secondFactor: boolean,
): Promise<void> {
  const count = secondFactor
    ? await tx.$executeRaw`
        UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${id} AND status = 'ACTIVE'`
    : await tx.$executeRaw`
        UPDATE Account SET lockCount = lockCount + 1
        WHERE id = ${id} AND status = 'ACTIVE' AND email = ${email}
          AND passwordHash = ${passwordHash}
          AND (frozenAt IS NULL OR secondFactorSince IS NOT NULL)`;
  if (count === 0) throw new AppError('wrong-credentials');
}
