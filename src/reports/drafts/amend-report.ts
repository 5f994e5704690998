import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { lockWrittenReport } from '@/reports/access/lock-written-report';
import { requireWriter } from './require-writer';
import { newReportCode } from '@/reports/frame/report-code';

/**
 * Copies a rejected report into a new draft for the same patient. The rejected one stays as it is, so
 * that what was rejected, and why, can still be read.
 * @throws AppError not-found; forbidden when the role no longer writes this kind; wrong-state when it was not rejected or has been amended already
 */
export async function amendReport(actor: Actor, reportId: string): Promise<{ reportId: string }> {
  return inTransaction(async (tx) => {
    const rejected = await lockWrittenReport(tx, actor, reportId);
    requireWriter(actor, rejected.template);
    if (rejected.state !== 'REJECTED' || rejected.staged === null) {
      throw new AppError('wrong-state');
    }
    const amendment = await tx.report.findUnique({ where: { amendsId: reportId } });
    if (amendment !== null) {
      throw new AppError('wrong-state', {
        detail: (t) => t('reports.amendReport.alreadyAmended'),
      });
    }
    const form = rejected.staged.form;
    const draft = await tx.report.create({
      data: {
        code: newReportCode(),
        template: rejected.template,
        state: 'DRAFT',
        doctorId: actor.accountId,
        patientId: rejected.patientId,
        amendsId: reportId,
        staged: { create: { form: form ?? {} } },
      },
    });
    countAtCommit(tx, draft.id);
    appendAuditEvent(tx, {
      action: 'report.amended',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      details: { draftId: draft.id },
    });
    return { reportId: draft.id };
  });
}
