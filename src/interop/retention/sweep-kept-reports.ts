import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { moveReport } from '@/reports/states/move-report';
import { deleteUnder } from '@/vault/sealed-parts';
import { NOTHING_LEFT } from './nothing-left';

const BATCH = 100;

/**
 * Destroys the reports of erased patients that the law no longer has the clinic keep: first the object, then the key.
 * Safe to repeat, and in several workers.
 * @returns whether there may be more
 * @throws AppError store-unavailable: the next run goes on
 */
export async function sweepKeptReports(): Promise<boolean> {
  const now = await databaseNow();
  const due = await database().report.findMany({
    where: { keptUntil: { lte: now } },
    select: { id: true, objectAddress: true, doctorId: true },
    take: BATCH,
  });
  for (const { id, objectAddress } of due) {
    if (objectAddress !== null) await deleteUnder(objectAddress);
    await inTransaction(async (tx) => {
      const still = await tx.report.count({ where: { id, keptUntil: { lte: now } } });
      if (still === 0) return;
      await moveReport(tx, id, 'erase', 'erasure', NOTHING_LEFT);
      await tx.stagedReport.deleteMany({ where: { reportId: id } });
      appendAuditEvent(tx, {
        ...{ action: 'erasure.kept-report-destroyed', relation: 'system', actorKind: 'SYSTEM' },
        ...{ actorId: 'sweep-kept-reports', reportId: id },
      });
    });
  }
  return due.length === BATCH;
}
