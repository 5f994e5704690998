import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { JobHandler } from '@/jobs/job-kinds';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { databaseNow } from '@/platform/database/database-now';
import { RESET_DELAY_MS } from './confirm-factor-reset';
import { changeReset, isGenuineReset } from './factor-reset-mac';
import { mailKeyOf, notifyFactorReset } from './notify-factor-reset';

/**
 * Removes the second factors of a person when a confirmed reset is due. Every session ends; who must have a second
 * factor has to set one up at the next log-in, before anything else. Does nothing for a reset that is over. While the
 * mail that warns the person still waits for the mail server, the reset is put off by a day; when that mail was given
 * up, the reset takes effect without it.
 */
export const applyFactorReset: JobHandler<'reset-factors'> = async ({ resetId }) => {
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const due = await tx.factorReset.findFirst({
      where: { id: resetId, state: 'CONFIRMED', effectiveAt: { lte: now } },
      include: { account: { select: { role: true } } },
    });
    if (due === null) {
      await waitUntilDue(tx, resetId);
      return;
    }
    if (await isWarningOnItsWay(tx, resetId)) {
      await changeReset(tx, due, { effectiveAt: new Date(now.getTime() + RESET_DELAY_MS) });
      await waitUntilDue(tx, resetId);
      return;
    }
    if (!(await isGenuineReset(tx, due))) {
      log().error({ reset: resetId }, 'a reset of second factors in the database was altered');
      return;
    }
    const { accountId, account } = due;
    const { count } = await tx.factorReset.updateMany({
      where: { id: resetId, mac: due.mac },
      data: { state: 'DONE', openFor: null, endedAt: now, mac: null },
    });
    // Ended or put off at this moment, which queues a job of its own.
    if (count === 0) return;
    await tx.passkey.deleteMany({ where: { accountId } });
    await tx.totpSecret.deleteMany({ where: { accountId } });
    await tx.backupCode.deleteMany({ where: { accountId } });
    await changeLockedAccount(tx, accountId, {
      secondFactorSince: null,
      factorsDoubtedFrom: null,
      secondFactorDueAt: needsSecondFactor(account.role) ? now : null,
    });
    await revokeSessions(tx, accountId);
    await notifyFactorReset(tx, { accountId, resetId }, 'done');
    appendAuditEvent(tx, {
      action: 'factor-reset.done',
      actorKind: 'SYSTEM',
      actorId: 'reset-factors',
      subjectId: accountId,
    });
  });
};

async function isWarningOnItsWay(tx: Transaction, resetId: string): Promise<boolean> {
  const warning = await tx.outboxJob.findUnique({
    where: { dedupeKey: mailKeyOf(resetId, 'second') },
  });
  return warning !== null && warning.doneAt === null && warning.failedAt === null;
}

/** The job began too early: the reset was put off, or the database's clock was set back. */
async function waitUntilDue(tx: Transaction, resetId: string): Promise<void> {
  const reset = await tx.factorReset.findUnique({ where: { id: resetId } });
  if (reset?.state !== 'CONFIRMED' || reset.effectiveAt === null) return;
  await enqueueJob(tx, 'reset-factors', { resetId }, { runAfter: reset.effectiveAt });
}
