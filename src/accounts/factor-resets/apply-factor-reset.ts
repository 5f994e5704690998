import { revokeSessions } from '@/accounts/sessions/revoke-sessions';
import { needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { JobHandler } from '@/jobs/job-kinds';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { notifyFactorReset } from './notify-factor-reset';

/**
 * Removes the second factors of a person when a confirmed reset is due. Every session ends; who must have a second
 * factor has to set one up at the next log-in, before anything else. Does nothing for a reset that is over.
 */
export const applyFactorReset: JobHandler<'reset-factors'> = async ({ resetId }) => {
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const { count } = await tx.factorReset.updateMany({
      where: { id: resetId, state: 'CONFIRMED', effectiveAt: { lte: now } },
      data: { state: 'DONE', openFor: null, endedAt: now },
    });
    if (count === 0) {
      await waitUntilDue(tx, resetId);
      return;
    }
    const { accountId, account } = await tx.factorReset.findUniqueOrThrow({
      where: { id: resetId },
      include: { account: { select: { role: true } } },
    });
    await tx.passkey.deleteMany({ where: { accountId } });
    await tx.totpSecret.deleteMany({ where: { accountId } });
    await tx.backupCode.deleteMany({ where: { accountId } });
    await tx.account.update({
      where: { id: accountId },
      data: {
        secondFactorSince: null,
        secondFactorDueAt: needsSecondFactor(account.role) ? now : null,
      },
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

/** The job began too early: the database's clock has been set back since. */
async function waitUntilDue(tx: Transaction, resetId: string): Promise<void> {
  const reset = await tx.factorReset.findUnique({ where: { id: resetId } });
  if (reset?.state !== 'CONFIRMED' || reset.effectiveAt === null) return;
  await enqueueJob(tx, 'reset-factors', { resetId }, { runAfter: reset.effectiveAt });
}
