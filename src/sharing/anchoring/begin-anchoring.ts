import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { moveReport } from '@/reports/states/move-report';
import { requireNotEnded } from '@/reports/retraction/require-not-ended';
import type { TransactionPart } from './transaction-part';
import { newGrant } from '@/sharing/grants/new-grant';
import { toPermissionWords } from '@/sharing/grants/permission-words';
import { rejectOwnEmail } from '@/sharing/grants/reject-own-email';
import { sealReportToAnchor } from './report-to-anchor';
import type { Viewer } from '@/sharing/grants/viewers';

interface AnchoringRequest {
  reportId: string;
  /** The wallet that is connected to the account now. */
  sender: string | null;
  viewers: readonly Viewer[];
  deadline: Date;
  /** Whether the clinic may wait for a low price before it sends it. */
  whenCheap: boolean;
  /** Shared by the reports of one transaction; null for a single report. */
  batchId: string | null;
}

/**
 * Records, for one report, the transaction that the patient's wallet is to send, and the grants that it proposes.
 * @throws AppError not-found; wrong-state; report-invalid when its doctor has retracted it;
 * wallet-missing; invalid-input for the patient's own address
 */
export async function beginAnchoring(
  tx: Transaction,
  actor: Actor,
  { reportId, sender, viewers, deadline, whenCheap, batchId }: AnchoringRequest,
): Promise<TransactionPart> {
  const report = await lockReceivedReport(tx, actor, reportId);
  await moveReport(tx, reportId, 'begin-anchoring', 'patient');
  await requireNotEnded(tx, report);
  if (sender === null) throw new AppError('wallet-missing');
  rejectOwnEmail(actor, viewers);
  const { key, sealedMetadata } = sealReportToAnchor(report);
  const grants = viewers.map((viewer) => newGrant(key, viewer));
  const transaction = await tx.chainTransaction.create({
    data: {
      reportId,
      batchId,
      kind: 'ADD_REPORT',
      status: 'PREPARED',
      sender,
      permissions: toPermissionWords(grants),
      sealedMetadata,
      deadline,
      whenCheap,
      device: actor.device,
    },
  });
  await tx.grant.createMany({
    data: grants.map((grant) => ({ ...grant, transactionId: transaction.id })),
  });
  appendAuditEvent(tx, {
    action: 'report.anchoring-begun',
    relation: 'owner',
    actorKind: 'ACCOUNT',
    actorId: actor.accountId,
    reportId,
    subjectId: report.doctorId,
    details: { viewers: viewers.length, ...(batchId === null ? {} : { batchId }) },
  });
  return { transaction, contentHash: key.contentHash };
}
