import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { getPatient } from '@/accounts/people/get-patient';
import { claimDetailsRead, recordDetailsRead } from '@/accounts/people/patient-details-reads';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { lockWrittenReport, type WrittenReport } from '@/reports/access/lock-written-report';
import { ownerOf, requireDataKey } from '@/reports/sealed/keyed-report';
import { requireTemplate } from '@/reports/sealed/report-template';
import { sealStaged } from '@/reports/sealed/staged-content';
import { TEMPLATES } from '@/reports/templates/templates';
import { wrapDataKey } from '@/vault/data-key';
import { ensurePersonKey } from '@/vault/person-key';

/** What the form holds at this moment: it may be empty, incomplete or wrong. */
export const draftInput = z.object({
  patientId: z.uuid().nullable(),
  form: z.record(z.string(), z.json()),
  /**
   * The `updatedAt` that the page last read, so that two tabs do not overwrite each other by mistake; null
   * when the person chose this text after a conflict.
   */
  updatedAt: z.iso.datetime().nullable(),
});

/**
 * Saves a draft as typed. A save leaves no audit event, because only its doctor can see a draft. Naming another
 * patient does, and counts, because the preview shows that patient's details.
 * @throws AppError wrong-state when it is no longer a draft, conflict when another tab saved since,
 * too-many-requests when the doctor has looked at too many patients today
 */
export async function saveDraft(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof draftInput>,
): Promise<{ updatedAt: string }> {
  await claimAnotherPatient(actor, reportId, input.patientId);
  return inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    requireDraft(report, input.updatedAt);
    const form = TEMPLATES[requireTemplate(report)].draftSchema.parse(input.form);
    if (input.patientId !== null) await getPatient(tx, input.patientId);
    if (input.patientId !== null && input.patientId !== report.patientId) {
      recordDetailsRead(tx, actor, input.patientId);
    }
    const saved = await tx.report.update({
      where: { id: reportId },
      data: {
        patientId: input.patientId,
        ...(input.patientId !== report.patientId && {
          wrappedKey: await wrapForOwner(tx, report, input.patientId),
        }),
        staged: { update: { sealed: sealStaged(requireDataKey(report), reportId, { form }) } },
      },
    });
    if (input.patientId !== report.patientId) countAtCommit(tx, reportId);
    return { updatedAt: saved.updatedAt.toISOString() };
  });
}

/** The draft's data key, wrapped for the patient who is named now, or for the doctor when none is. */
async function wrapForOwner(
  tx: Transaction,
  report: WrittenReport,
  patientId: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { id: reportId, doctorId } = report;
  const personKey = await ensurePersonKey(tx, ownerOf({ doctorId, patientId }));
  const context = { reportId, doctorId, patientId, contentHash: null };
  return wrapDataKey(requireDataKey(report), personKey, context);
}

/** Runs before the transaction, so that a refused attempt counts too. The patient named before is counted already. */
async function claimAnotherPatient(
  actor: Actor,
  reportId: string,
  patientId: string | null,
): Promise<void> {
  if (patientId === null) return;
  const saved = await database().report.findFirst({
    where: { id: reportId, doctorId: actor.accountId },
    select: { patientId: true },
  });
  if (saved?.patientId !== patientId) await claimDetailsRead(actor);
}

/**
 * Refuses a report that is no longer a draft, or that changed since the page saw it.
 * @param seen the `updatedAt` (ISO 8601) that the page saw; null to accept any
 * @throws AppError wrong-state, conflict
 */
export function requireDraft(report: WrittenReport, seen: string | null): void {
  if (report.state !== 'DRAFT') throw new AppError('wrong-state');
  if (seen !== null && report.updatedAt.getTime() !== Date.parse(seen)) {
    throw new AppError('conflict', {
      detail: (t) => t('reports.saveDraft.conflict'),
    });
  }
}
