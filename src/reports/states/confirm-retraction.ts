import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';
import type { ReportRetractedEvent } from '@/registry/follower/chain-events';
import { moveReport } from './move-report';
import { canMove } from './states';
import { tellEnd } from '@/reports/mails/queue-end-mails';

/**
 * Takes in that the issuer's retraction of an anchored report is confirmed on the chain: its patient,
 * doctor and viewers are told. Called by the chain follower inside its transaction; harmless when repeated.
 */
export async function confirmRetraction(
  tx: Transaction,
  event: ReportRetractedEvent,
): Promise<void> {
  const move = event.replacement === null ? 'confirm-retraction' : 'confirm-supersession';
  const report = await tx.report.findUnique({
    where: { contentHash: event.contentHash },
    select: { id: true, state: true, patientId: true },
  });
  if (report === null || !canMove(report.state, move)) return;
  // The patient may have read of it already, when it was asked for.
  await moveReport(tx, report.id, move, 'chain', { endedAt: event.blockTime });
  const state = event.replacement === null ? 'RETRACTED' : 'SUPERSEDED';
  await tellEnd(tx, report.id, state, event.blockHash);
  const dedupeKey = `mail-retraction-confirmed:${report.id}:${event.blockHash}`;
  await enqueueJob(tx, 'mail-retraction-confirmed', { reportId: report.id }, { dedupeKey });
  appendAuditEvent(tx, {
    action: event.replacement === null ? 'report.retracted' : 'report.superseded',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId: report.id,
    ...(report.patientId === null ? {} : { subjectId: report.patientId }),
    details: { block: event.block, transactionHash: event.transactionHash },
  });
}
