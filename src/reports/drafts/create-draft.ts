import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { ReportTemplate } from '@/generated/prisma/enums';
import { inTransaction } from '@/platform/database/database';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { requireWriter } from './require-writer';
import { writeNewDraft } from './write-new-draft';
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
    const reportId = await writeNewDraft(tx, {
      template: input.template,
      doctorId: actor.accountId,
      patientId: null,
      amendsId: null,
      form: { ...TEMPLATES[input.template].emptyForm, date: input.today },
    });
    appendAuditEvent(tx, {
      action: 'report.draft-created',
      relation: 'issuer',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
    });
    return { reportId };
  });
}
