import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction } from '@/platform/database/database';
import { lockReceivedReport } from './lock-received-report';
import { moveReport } from '@/reports/states/move-report';
import type { Rejection } from './rejection';

/**
 * The patient disagrees with a forwarded report. The doctor is told by mail that it was rejected, and
 * reads the reason in the portal only.
 * @throws AppError not-found; wrong-state when it is decided, or withdrawn, already
 */
export async function rejectReport(
  actor: Actor,
  reportId: string,
  { reason }: Rejection,
): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockReceivedReport(tx, actor, reportId);
    await moveReport(tx, reportId, 'reject', 'patient', { decidedAt: new Date() });
    await tx.stagedReport.update({ where: { reportId }, data: { rejectionReason: reason } });
    await enqueueJob(
      tx,
      'mail-report-decided',
      { reportId },
      { dedupeKey: `mail-report-decided:${reportId}` },
    );
    appendAuditEvent(tx, {
      action: 'report.rejected',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: report.doctorId,
    });
  });
}
