import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { keepProfileOfReport, seeProfile } from '@/accounts/profile/keep-profile-of-report';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import { sealDocument } from '@/vault/seal-document';
import { composeDocument } from './compose-document';
import { findWrittenReport, lockWrittenReport } from '@/reports/access/lock-written-report';
import { moveReport } from '@/reports/states/move-report';
import { renderInThread } from '@/reports/documents/render-in-thread';
import type { ReportDocument } from '@/reports/documents/report-document';
import { requireDraft } from './save-draft';
import { timeZoneSchema } from '@/platform/time/time-zone';

/** Which version of the draft the doctor has seen, and in which zone its times are printed. */
export const forwardInput = z.object({
  updatedAt: z.iso.datetime(),
  timeZone: timeZoneSchema,
});

/**
 * Forwards a draft to its patient. The final PDF is rendered once, sealed with a key of its own and
 * stored before anything is written to the database, and its size read back beside the writing: when the store is down the draft is still a draft,
 * and an object that no row points to is swept later. What was rendered is compared with the draft under the lock: of
 * two parallel calls the second meets a report that is no draft any more.
 * @throws AppError not-found, wrong-state, conflict, invalid-input, undrawable-character, server-busy,
 *   pdf-unavailable, store-unavailable
 */
export async function forwardReport(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof forwardInput>,
): Promise<void> {
  // Without a transaction: all that matters is compared again under the lock.
  const draft = await findWrittenReport(database(), actor, reportId);
  requireDraft(draft, input.updatedAt);
  const options = { timeZone: input.timeZone, preview: false };
  // Before the patient's data is read, so that a correction in between is noticed.
  const seen = draft.patientId === null ? null : await seeProfile(database(), draft.patientId);
  const document = await composeDocument(database(), draft, options);
  const { stored, ...sealed } = await sealPdf(await renderInThread(document));
  await inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    requireDraft(report, input.updatedAt);
    if (seen !== null) await keepProfileOfReport(tx, seen, document.issuedAt);
    await saveForwarded(tx, report, document, sealed);
    appendAuditEvent(tx, {
      action: 'report.forwarded',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: document.patient.accountId,
    });
    await stored;
  });
}

async function sealPdf(pdf: Uint8Array) {
  const contentHash = Uint8Array.from(createHash('sha256').update(pdf).digest());
  const dataKey = newDataKey();
  const document = await sealDocument(dataKey, pdf, contentHash);
  return { contentHash, ...document, ...wrapDataKey(dataKey) };
}

async function saveForwarded(
  tx: Transaction,
  { id: reportId, amendsId }: { id: string; amendsId: string | null },
  document: ReportDocument,
  sealed: Omit<Awaited<ReturnType<typeof sealPdf>>, 'stored'>,
): Promise<void> {
  await moveReport(tx, reportId, 'forward', 'doctor', {
    ...sealed,
    forwardedAt: document.issuedAt,
  });
  const { form, patient, doctor } = document;
  // One statement, where `update` would also read the row before and after.
  await tx.stagedReport.updateMany({ where: { reportId }, data: { form, patient, doctor } });
  await notify(tx, {
    accountId: patient.accountId,
    kind: amendsId === null ? 'report-to-review' : 'correction-to-review',
    refId: reportId,
    mail: {
      kind: 'mail-report-forwarded',
      payload: { reportId },
      dedupeKey: `mail-report-forwarded:${reportId}`,
    },
  });
}
