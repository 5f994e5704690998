import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Report } from '@/generated/prisma/client';
import { database, type Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import type { Standing } from '@/registry/chain/chain-events';
import { moveReport } from './move-report';
import { canMove } from './states';
import { queueSealingNews } from '@/reports/mails/queue-sealing-news';

/** Whether a report's state is what follows from its standing on the chain. */
export async function isReportCurrent(standing: Standing): Promise<boolean> {
  const report = await database().report.findUnique({
    where: { contentHash: standing.contentHash },
    include: { patient: { select: { wallets: { where: { address: standing.owner } } } } },
  });
  if (report === null) return true;
  if (isUndone(report, standing)) return false;
  const isEnded = standing.status === 'retracted' || standing.status === 'superseded';
  if (isEnded && report.state === 'ANCHORED') return false;
  // The chain's report belongs to another owner: it is not the report of our patient.
  const isTheirs = (report.patient?.wallets.length ?? 0) > 0;
  return !isTheirs || report.anchoredAt !== null || !canMove(report.state, 'confirm-anchoring');
}

/**
 * Reverts the state of a report whose anchoring or retraction was removed by a reorganisation. When the network
 * mines its transaction again, the follower applies it again. Idempotent.
 */
export async function revertReport(tx: Transaction, standing: Standing): Promise<void> {
  const report = await tx.report.findUnique({
    where: { contentHash: standing.contentHash },
    include: { staged: { select: { reportId: true } } },
  });
  if (report === null || !isUndone(report, standing)) return;
  if (standing.status !== 'none') {
    await moveReport(tx, report.id, 'undo-retraction', 'chain');
    note(tx, report, 'report.retraction-undone');
    return;
  }
  if (report.staged === null) {
    log().error({ report: report.id }, 'a report is gone from the chain although it was final');
    return;
  }
  await moveReport(tx, report.id, 'undo-anchoring', 'chain', { anchoredAt: null });
  await queueUndoneNews(tx, report);
  const alive = await tx.chainTransaction.count({
    where: { reportId: report.id, kind: 'ADD_REPORT', status: { in: ['PREPARED', 'SENT'] } },
  });
  if (alive === 0) await moveReport(tx, report.id, 'fail-anchoring', 'chain');
  note(tx, report, 'report.anchoring-undone');
}

/** Whether our database has an anchoring or a retraction that the chain does not have. */
function isUndone({ state, anchoredAt }: Report, { status }: Standing): boolean {
  if (status === 'none') return anchoredAt !== null;
  const isOver = state === 'RETRACTED' || state === 'SUPERSEDED';
  return isOver && status !== 'retracted' && status !== 'superseded';
}

/** Queues the mail about the transaction that had been mined (see lost-transactions.ts). */
async function queueUndoneNews(tx: Transaction, { id, anchoredAt }: Report): Promise<void> {
  const undone = await tx.chainTransaction.findFirst({
    where: { reportId: id, kind: 'ADD_REPORT', status: { in: ['SENT', 'CONFIRMED'] } },
    orderBy: { updatedAt: 'desc' },
    select: { id: true },
  });
  if (undone === null || anchoredAt === null) return;
  await queueSealingNews(tx, undone.id, 'undone', anchoredAt);
}

function note(
  tx: Transaction,
  report: Report,
  action: 'report.retraction-undone' | 'report.anchoring-undone',
): void {
  appendAuditEvent(tx, {
    action,
    relation: 'system',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId: report.id,
    ...(report.patientId === null ? {} : { subjectId: report.patientId }),
  });
}
