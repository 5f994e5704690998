import type { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { sealEndReason } from '@/reports/retraction/end-reason';
import type { endReasonSchema } from '@/reports/retraction/end-reason-schema';
import { lockWrittenReport } from '@/reports/access/lock-written-report';
import { hasKit, queueKitUpdate } from '@/reports/recovery-kit/queue-kit-update';
import { moveReport } from '@/reports/states/move-report';
import { queueRetraction } from '@/reports/retraction/queue-retraction';
import { queueEndMails } from '@/reports/mails/queue-end-mails';

/**
 * Withdraws a report before it is anchored, and mails the patient. What was staged of it is deleted: it stays readable
 * to its doctor in its PDF. When an attestation of it has not expired, the issuer also retracts it on the chain,
 * because the attestation could still be used: what is on its way to the chain is retracted there after it has arrived.
 * @throws AppError proof-needed; not-found; wrong-state
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
      endedAt: await databaseNow(tx),
      sealedEndReason: sealEndReason(report, reason),
    });
    await tx.stagedReport.deleteMany({ where: { reportId } });
    if (await hasLiveAttestation(tx, reportId)) await queueRetraction(tx, reportId, null);
    await queueEndMails(tx, report, 'WITHDRAWN', 'withdrawn');
    if (report.patientId !== null && (await hasKit(tx, report.patientId))) {
      await queueKitUpdate(tx, report.patientId);
    }
    appendAuditEvent(tx, {
      action: 'report.withdrawn',
      relation: 'issuer',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    });
  });
}

/** An attestation is valid until its deadline, whatever the state of its transaction. */
async function hasLiveAttestation(tx: Transaction, reportId: string): Promise<boolean> {
  const live = await tx.chainTransaction.findFirst({
    where: { reportId, kind: 'ADD_REPORT', deadline: { gt: await databaseNow(tx) } },
  });
  return live !== null;
}
