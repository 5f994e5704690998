import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { keepProfileOfReport } from '@/accounts/profile/keep-profile-of-report';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { wrapDataKey } from '@/vault/data-key';
import { ensurePersonKey, openPersonKey } from '@/vault/person-key';
import { sealDocument } from '@/vault/seal-document';
import { composeDocument } from './compose-document';
import {
  findWrittenReport,
  lockUnchangedReport,
  lockWrittenReport,
  type WrittenReport,
} from '@/reports/access/lock-written-report';
import { moveReport } from '@/reports/states/move-report';
import { renderInThread } from '@/reports/documents/render-in-thread';
import type { ReportDocument } from '@/reports/documents/report-document';
import { requireDataKey } from '@/reports/sealed/keyed-report';
import { sealTemplate } from '@/reports/sealed/report-template';
import { sealStaged } from '@/reports/sealed/staged-content';
import { hasKit, queueKitUpdate } from '@/reports/recovery-kit/queue-kit-update';
import { requireDraft } from './save-draft';
import { timeZoneSchema } from '@/platform/time/time-zone';

/** Which version of the draft the doctor has seen, and in which zone its times are printed. */
export const forwardInput = z.object({
  updatedAt: z.iso.datetime(),
  timeZone: timeZoneSchema,
});

/**
 * Forwards a draft to its patient. The final PDF is rendered once, sealed with a key of its own and
 * stored before anything is written to the database, and its size read back beside the writing: when the store is
 * down the draft is still a draft, and an object that no row points to is swept later. What was rendered is compared with the draft under the lock: of
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
  const { document, seen } = await composeDocument(database(), draft, options);
  const patientId = document.patient.accountId;
  const [pdf, personKey, isInKit] = await Promise.all([
    renderInThread(document),
    draft.patientKey === null
      ? ensurePersonKey(database(), patientId)
      : openPersonKey(draft.patientKey),
    hasKit(database(), patientId),
  ]);
  const { stored, ...sealed } = await sealPdf(draft, { patientId, personKey }, pdf);
  await inTransaction(async (tx) => {
    if (!(await lockUnchangedReport(tx, draft))) {
      requireDraft(await lockWrittenReport(tx, actor, reportId), input.updatedAt);
    }
    await keepProfileOfReport(tx, seen, document.issuedAt);
    await saveForwarded(tx, draft, document, sealed);
    if (isInKit) await queueKitUpdate(tx, patientId);
    appendAuditEvent(tx, {
      action: 'report.forwarded',
      relation: 'issuer',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: document.patient.accountId,
    });
    await stored;
  });
}

/** Seals the PDF with the draft's data key, which from now on is bound to the PDF, too. */
async function sealPdf(
  draft: WrittenReport,
  { patientId, personKey }: { patientId: string; personKey: Uint8Array },
  pdf: Uint8Array,
) {
  const contentHash = Uint8Array.from(createHash('sha256').update(pdf).digest());
  const dataKey = requireDataKey(draft);
  const document = await sealDocument(dataKey, pdf, contentHash);
  const context = { reportId: draft.id, doctorId: draft.doctorId, patientId, contentHash };
  return { contentHash, ...document, wrappedKey: wrapDataKey(dataKey, personKey, context) };
}

async function saveForwarded(
  tx: Transaction,
  report: WrittenReport,
  document: ReportDocument,
  sealed: Omit<Awaited<ReturnType<typeof sealPdf>>, 'stored'>,
): Promise<void> {
  const reportId = report.id;
  const { template, form, patient, doctor } = document;
  const dataKey = requireDataKey(report);
  await moveReport(tx, reportId, 'forward', 'doctor', {
    ...sealed,
    sealedTemplate: sealTemplate(dataKey, reportId, template, form.confidentiality),
    forwardedAt: document.issuedAt,
  });
  // One statement, where `update` would also read the row before and after.
  const staged = sealStaged(dataKey, reportId, { form, patient, doctor });
  await tx.stagedReport.updateMany({ where: { reportId }, data: { sealed: staged } });
  // Replaced now: what was rejected is kept in its PDF only.
  if (report.amendsId !== null) {
    await tx.stagedReport.deleteMany({ where: { reportId: report.amendsId } });
  }
  await notify(tx, {
    accountId: patient.accountId,
    kind: report.amendsId === null ? 'report-to-review' : 'correction-to-review',
    refId: reportId,
    mail: {
      kind: 'mail-report-forwarded',
      payload: { reportId },
      dedupeKey: `mail-report-forwarded:${reportId}`,
    },
  });
}
