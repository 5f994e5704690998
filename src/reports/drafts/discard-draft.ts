import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { lockWrittenReport } from '@/reports/access/lock-written-report';
import { moveReport } from '@/reports/states/move-report';

/**
 * Discards a draft: its form, its patient and its key are deleted, and only an empty row stays. A rejected report that it
 * amended can be amended again.
 * @throws AppError not-found, wrong-state
 */
export async function discardDraft(actor: Actor, reportId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await lockWrittenReport(tx, actor, reportId);
    await moveReport(tx, reportId, 'discard', 'doctor', {
      ...{ patientId: null, amendsId: null, wrappedKey: null, sealedTemplate: null },
    });
    await tx.stagedReport.delete({ where: { reportId } });
    appendAuditEvent(tx, {
      action: 'report.discarded',
      relation: 'issuer',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    });
  });
}
