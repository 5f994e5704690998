import type { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { sealEndReason } from '@/reports/retraction/end-reason';
import type { endReasonSchema } from '@/reports/retraction/end-reason-schema';
import { lockWrittenReport } from './lock-written-report';
import { moveReport } from '@/reports/states/move-report';
import { queueRetraction } from '@/reports/retraction/queue-retraction';
import { tellEnd } from '@/reports/mails/queue-end-mails';

/**
 * Takes a forwarded or approved report back before it is anchored, and tells the patient. If the patient once asked for an
 * attestation that has not run out, the issuer also retracts it on the chain, or it could still be used.
 * @throws AppError proof-needed; not-found; wrong-state, also while the patient is anchoring it
 */
export async function withdrawReport(
  actor: Actor,
  reportId: string,
  { reason }: z.infer<typeof endReasonSchema>,
): Promise<void> {
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    await moveReport(tx, reportId, 'withdraw', 'doctor', {
      endedAt: new Date(),
      sealedEndReason: sealEndReason(report, reason),
    });
    if (await hasLiveAttestation(tx, reportId)) await queueRetraction(tx, reportId, null);
    await tellEnd(tx, reportId, 'WITHDRAWN', 'withdrawn');
    appendAuditEvent(tx, {
      action: 'report.withdrawn',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    });
  });
}

/** Whatever we believe of its transaction, an attestation works until its deadline. */
async function hasLiveAttestation(tx: Transaction, reportId: string): Promise<boolean> {
  const live = await tx.chainTransaction.findFirst({
    where: { reportId, kind: 'ADD_REPORT', deadline: { gt: await databaseNow(tx) } },
  });
  return live !== null;
}
