import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { ReportTemplate } from '@/generated/prisma/enums';
import { inTransaction } from '@/platform/database/database';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { requireWriter } from './require-writer';
import { newReportCode } from '@/reports/frame/report-code';
import { TEMPLATES } from '@/reports/templates/templates';

/** The kind of report, and the date on the clock of the doctor. */
export const newDraftInput = z.object({
  template: z.enum(ReportTemplate),
  today: z.iso.date(),
});

/**
 * Creates an empty draft, into which the form saves what the doctor types.
 * @throws AppError forbidden when the role does not write this kind, not-found for a doctor who may not write now
 */
export async function createDraft(
  actor: Actor,
  input: z.infer<typeof newDraftInput>,
): Promise<{ reportId: string }> {
  requireWriter(actor, input.template);
  requireDoctor(actor);
  return inTransaction(async (tx) => {
    const report = await tx.report.create({
      data: {
        code: newReportCode(),
        template: input.template,
        state: 'DRAFT',
        doctorId: actor.accountId,
        staged: {
          create: { form: { ...TEMPLATES[input.template].emptyForm, date: input.today } },
        },
      },
    });
    countAtCommit(tx, report.id);
    appendAuditEvent(tx, {
      action: 'report.draft-created',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId: report.id,
    });
    return { reportId: report.id };
  });
}
