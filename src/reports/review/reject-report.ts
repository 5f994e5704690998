import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { moveReport } from '@/reports/states/move-report';
import { requireDataKey } from '@/reports/sealed/keyed-report';
import { requireStaged, sealStaged } from '@/reports/sealed/staged-content';
import type { Rejection } from './rejection';

/**
 * Rejects a forwarded report for its patient. The doctor gets a mail without the reason, which can be read in the
 * portal only.
 * @throws AppError not-found; wrong-state when it is decided, or withdrawn, already
 */
export async function rejectReport(
  actor: Actor,
  reportId: string,
  { reason }: Rejection,
): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockReceivedReport(tx, actor, reportId);
    await moveReport(tx, reportId, 'reject', 'patient', { decidedAt: await databaseNow(tx) });
    const sealed = sealStaged(requireDataKey(report), reportId, {
      ...requireStaged(report),
      rejectionReason: reason,
    });
    await tx.stagedReport.update({ where: { reportId }, data: { sealed } });
    await notify(tx, {
      accountId: report.doctorId,
      kind: 'report-rejected',
      refId: reportId,
      mail: {
        kind: 'mail-report-decided',
        payload: { reportId },
        dedupeKey: `mail-report-decided:${reportId}`,
      },
    });
    appendAuditEvent(tx, {
      action: 'report.rejected',
      relation: 'owner',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: report.doctorId,
    });
  });
}
