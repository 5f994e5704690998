import { appendAuditEvent } from '@/audit/append-audit-event';
import { FACTOR_GRACE_MS, needsSecondFactor } from './needs-second-factor';
import type { Account } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { endSession } from './end-session';
import { openSession } from './open-session';

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
 * @param secondFactor whether the log-in proved a second factor
 * @returns the session's id
 */
export async function enterAccount(
  tx: Transaction,
  { id, role, secondFactorDueAt }: Account,
  { formerSessionId, device }: EnteringBrowser,
  secondFactor: boolean,
): Promise<string> {
  if (formerSessionId !== null) await endSession(tx, formerSessionId);
  if (needsSecondFactor(role) && secondFactorDueAt === null) {
    const dueAt = new Date((await databaseNow(tx)).getTime() + FACTOR_GRACE_MS);
    await tx.account.updateMany({
      where: { id, secondFactorDueAt: null },
      data: { secondFactorDueAt: dueAt },
    });
  }
  const sessionId = await openSession(tx, id, { device, secondFactor });
  appendAuditEvent(tx, { action: 'account.logged-in', actorKind: 'ACCOUNT', actorId: id });
  return sessionId;
}
