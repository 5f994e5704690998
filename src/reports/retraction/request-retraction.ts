import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { sealEndReason } from './end-reason';
import { endReasonSchema } from './end-reason-schema';
import { lockWrittenReport, type WrittenReport } from '@/reports/access/lock-written-report';
import { queueRetraction } from './queue-retraction';
import { findReplacement } from './replacements';
import { findEnds } from './find-ends';

/** The reason, and the report that replaces the retracted one, if any. */
export const retractionInput = endReasonSchema.extend({ replacementId: z.uuid().nullable() });

/**
 * Requests the retraction of an anchored report on the chain, which cannot be undone. From now on no page shows it
 * as valid; its state changes, and its patient and viewers get mails, when the chain has confirmed it.
 * @throws AppError proof-needed; not-found; wrong-state when it is not anchored or its retraction is under way;
 * invalid-input when the replacement is not one of this doctor's reports for this patient
 */
export async function requestRetraction(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof retractionInput>,
): Promise<void> {
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    if (report.state !== 'ANCHORED') throw new AppError('wrong-state');
    if ((await findEnds(tx, [report])).has(reportId)) {
      throw new AppError('wrong-state', {
        detail: (t) => t('reports.requestRetraction.alreadyRequested'),
      });
    }
    const replacement = await replacementHash(tx, report, input.replacementId);
    const sealedEndReason = sealEndReason(report, input.reason);
    await tx.report.update({ where: { id: reportId }, data: { sealedEndReason, endSeenAt: null } });
    await queueRetraction(tx, reportId, replacement);
    appendAuditEvent(tx, {
      action: 'report.retraction-requested',
      relation: 'issuer',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      ...(report.patientId === null ? {} : { subjectId: report.patientId }),
      details: { replacementId: input.replacementId },
    });
  });
}

async function replacementHash(
  tx: Parameters<typeof findReplacement>[0],
  report: WrittenReport,
  replacementId: string | null,
) {
  if (replacementId === null) return null;
  const replacement = await findReplacement(tx, report, replacementId);
  if (replacement === null) {
    throw new AppError('invalid-input', {
      fields: { replacementId: (t) => t('reports.requestRetraction.foreignReplacement') },
    });
  }
  return replacement;
}
