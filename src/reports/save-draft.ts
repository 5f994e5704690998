import { z } from 'zod';
import type { Actor } from '@/accounts/actor';
import { getPatient } from '@/accounts/get-patient';
import { inTransaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { lockWrittenReport, type WrittenReport } from './lock-written-report';

const MAX_FORM_CHARACTERS = 32_000;

/** What the form holds at this moment: it may be empty, incomplete or wrong. */
export const draftInput = z.object({
  patientId: z.uuid().nullable(),
  form: z
    .record(z.string().max(60), z.json())
    .refine((form) => JSON.stringify(form).length <= MAX_FORM_CHARACTERS, {
      error: 'The form holds too much text.',
    }),
  /** The `updatedAt` that the page last saw, so that two tabs do not overwrite each other. */
  updatedAt: z.iso.datetime(),
});

/**
 * Saves a draft as typed. A draft leaves no audit event for each save: nobody else can see it.
 * @throws AppError wrong-state when it is no longer a draft, conflict when another tab saved since
 */
export async function saveDraft(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof draftInput>,
): Promise<{ updatedAt: string }> {
  return inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    requireDraft(report, input.updatedAt);
    if (input.patientId !== null) await getPatient(tx, input.patientId);
    const saved = await tx.report.update({
      where: { id: reportId },
      data: { patientId: input.patientId, staged: { update: { form: input.form } } },
    });
    return { updatedAt: saved.updatedAt.toISOString() };
  });
}

/**
 * Refuses a report that is no longer a draft, or that changed since the page saw it.
 * @param seen the `updatedAt` (ISO 8601) that the page saw
 * @throws AppError wrong-state, conflict
 */
export function requireDraft(report: WrittenReport, seen: string): void {
  if (report.state !== 'DRAFT') throw new AppError('wrong-state');
  if (report.updatedAt.getTime() !== Date.parse(seen)) {
    throw new AppError('conflict', {
      detail: 'This draft was changed in another window. Reload the page to see the newest text.',
    });
  }
}
