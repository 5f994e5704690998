import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockWrittenReport } from '@/reports/access/lock-written-report';
import { requireTemplate } from '@/reports/sealed/report-template';
import { stagedOf } from '@/reports/sealed/staged-content';
import { requireWriter } from './require-writer';
import { writeNewDraft } from './write-new-draft';

/**
 * Copies a rejected report into a new draft for the same patient. The rejected one stays as it is, so
 * that what was rejected, and why, can still be read.
 * @throws AppError not-found; forbidden when the role no longer writes this kind; wrong-state when it was not rejected or has been amended already
 */
export async function amendReport(actor: Actor, reportId: string): Promise<{ reportId: string }> {
  return inTransaction(async (tx) => {
    const rejected = await lockWrittenReport(tx, actor, reportId);
    const template = requireTemplate(rejected);
    requireWriter(actor, template);
    const staged = stagedOf(rejected);
    if (rejected.state !== 'REJECTED' || staged === null) throw new AppError('wrong-state');
    const amendment = await tx.report.findUnique({ where: { amendsId: reportId } });
    if (amendment !== null) {
      throw new AppError('wrong-state', {
        detail: (t) => t('reports.amendReport.alreadyAmended'),
      });
    }
    const draftId = await writeNewDraft(tx, {
      template,
      doctorId: actor.accountId,
      patientId: rejected.patientId,
      amendsId: reportId,
      form: staged.form,
    });
    appendAuditEvent(tx, {
      action: 'report.amended',
      relation: 'issuer',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      details: { draftId },
    });
    return { reportId: draftId };
  });
}
