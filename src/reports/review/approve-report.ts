import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { moveReport } from '@/reports/states/move-report';

/**
 * Approves a forwarded report for its patient, so that it can be anchored. The doctor gets a mail.
 * @throws AppError not-found; wrong-state when it is decided, or withdrawn, already
 */
export async function approveReport(actor: Actor, reportId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockReceivedReport(tx, actor, reportId);
    await moveReport(tx, reportId, 'approve', 'patient', { decidedAt: await databaseNow(tx) });
    await notify(tx, {
      accountId: report.doctorId,
      kind: 'report-approved',
      refId: reportId,
      mail: {
        kind: 'mail-report-decided',
        payload: { reportId },
        dedupeKey: `mail-report-decided:${reportId}`,
      },
    });
    appendAuditEvent(tx, {
      action: 'report.approved',
      relation: 'owner',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: report.doctorId,
    });
  });
}
