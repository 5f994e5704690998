import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';
import type { ReportRetractedEvent } from '@/registry/chain/chain-events';
import { moveReport } from './move-report';
import { canMove } from './states';
import { queueEndMails } from '@/reports/mails/queue-end-mails';

/**
 * Applies a retraction of an anchored report that the chain has confirmed, and mails its patient, doctor and
 * viewers. Called by the chain follower inside its transaction; idempotent.
 */
export async function confirmRetraction(
  tx: Transaction,
  event: ReportRetractedEvent,
): Promise<void> {
  const move = event.replacement === null ? 'confirm-retraction' : 'confirm-supersession';
  const report = await tx.report.findUnique({
    where: { contentHash: event.contentHash },
    select: { id: true, state: true, patientId: true, doctorId: true },
  });
  if (report === null || !canMove(report.state, move)) return;
  // The end is kept as seen when the patient read of it after the request.
  await moveReport(tx, report.id, move, 'chain', { endedAt: event.blockTime });
  const state = event.replacement === null ? 'RETRACTED' : 'SUPERSEDED';
  await queueEndMails(tx, report, state, event.blockHash);
  await notify(tx, {
    accountId: report.doctorId,
    kind: 'retraction-confirmed',
    refId: report.id,
    mail: {
      kind: 'mail-retraction-confirmed',
      payload: { reportId: report.id },
      dedupeKey: `mail-retraction-confirmed:${report.id}:${event.blockHash}`,
    },
  });
  appendAuditEvent(tx, {
    action: event.replacement === null ? 'report.retracted' : 'report.superseded',
    relation: 'system',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId: report.id,
    ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    details: { block: event.block, transactionHash: event.transactionHash },
  });
}
