import { erasureMailKey } from '@/accounts/erasure/notify-erasure';
import { countAccount } from '@/accounts/people/tally-accounts';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';
import { advance, type HeldErasure } from './advance';

/** Why an erasure that is due has to wait. */
export type Hindrance = 'sealing' | 'mail';

/**
 * Closes the account: every session ends, nobody can log in or be sent a report any more. From here on the erasure is
 * carried out whatever happens. It waits while one of the reports is on its way to the chain or could be taken off it by a
 * reorganisation, and for a day more while the mail about it still waits for the mail server.
 * @returns what it waits for; null when the account is closed
 */
export async function closeAccount(held: HeldErasure): Promise<Hindrance | null> {
  const { id, accountId } = held;
  return inTransaction(async (tx) => {
    if (await isMailOnItsWay(tx, id)) {
      const dueAt = new Date((await databaseNow(tx)).getTime() + DAY_MS);
      await tx.erasure.updateMany({ where: { id, state: 'WAITING' }, data: { dueAt } });
      return 'mail';
    }
    if (await isSealingUnderWay(tx, accountId)) return 'sealing';
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    const { status, role, email, timeZone } = account;
    await advance(tx, held, 'keep', { state: 'STARTED', email, timeZone, waitsFor: null });
    await tx.account.update({ where: { id: accountId }, data: { status: 'ERASED', mac: null } });
    countAccount(tx, role, { from: status, to: 'ERASED' });
    await tx.session.deleteMany({ where: { accountId } });
    await tx.accountToken.deleteMany({ where: { accountId } });
    // A report that is being sent at this moment is refused: see keep-profile-of-report.ts.
    await tx.patientProfile.updateMany({
      where: { accountId },
      data: { revision: { increment: 1 } },
    });
    appendAuditEvent(tx, {
      ...{ action: 'erasure.started', actorKind: 'SYSTEM', actorId: 'erase-due' },
      subjectId: accountId,
    });
    return null;
  });
}

async function isMailOnItsWay(tx: Transaction, erasureId: string): Promise<boolean> {
  const waiting = await tx.outboxJob.count({
    where: {
      dedupeKey: {
        in: [erasureMailKey(erasureId, 'requested'), erasureMailKey(erasureId, 'tomorrow')],
      },
      ...{ doneAt: null, failedAt: null },
    },
  });
  return waiting > 0;
}

async function isSealingUnderWay(tx: Transaction, patientId: string): Promise<boolean> {
  const reports = await tx.report.count({
    where: {
      patientId,
      OR: [
        { state: 'ANCHORING' },
        // What is staged stays until no reorganisation can take the report off the chain.
        { state: 'ANCHORED', staged: { isNot: null } },
        { transactions: { some: { status: 'SENT' } } },
      ],
    },
  });
  return reports > 0;
}
