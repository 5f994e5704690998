import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { findEnds } from '@/reports/retraction/find-ends';

/**
 * Records that the patient has read that a report was withdrawn, retracted or replaced. Idempotent.
 * @throws AppError not-found; wrong-state when the report has not ended
 */
export async function acknowledgeEnd(actor: Actor, reportId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockReceivedReport(tx, actor, reportId);
    if (!(await findEnds(tx, [report])).has(reportId)) throw new AppError('wrong-state');
    if (report.endSeenAt !== null) return;
    await tx.report.update({ where: { id: reportId }, data: { endSeenAt: await databaseNow(tx) } });
    appendAuditEvent(tx, {
      action: 'report.end-acknowledged',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: report.doctorId,
    });
  });
}
