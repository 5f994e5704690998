import { appendAuditEvent } from '@/audit/append-audit-event';
import type { RecordsExport } from '@/generated/prisma/client';
import { isUnclaimed, takeLease, withLease } from '@/jobs/lease';
import { notify } from '@/notifications/notify';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { FIRST_PAUSE_MS, LONGEST_PAUSE_MS, TRIED_MS } from './export-limits';
import { buildExport, isStillOurs } from './build-export';

/**
 * Makes the copy of records that has waited longest. One that failed, because the store is away or the worker died, is
 * begun again from the start: the parts of a try that ended are deleted. After a day the person learns that it failed.
 * @param stop ends it between two reports; another worker begins it again
 * @returns whether there was one
 */
export async function makeExports(stop: AbortSignal): Promise<boolean> {
  const claimed = await claimExport();
  if (claimed === null) return false;
  try {
    await withLease(
      (claimedUntil) =>
        database().recordsExport.updateMany({
          where: isStillOurs(claimed),
          data: { claimedUntil },
        }),
      () => buildExport(claimed, stop),
    );
  } catch (error) {
    log().warn({ export: claimed.id, attempt: claimed.attempts, err: error }, 'export failed');
    await putOff(claimed, isAppError(error) ? error.code : 'internal');
  }
  return true;
}

async function claimExport(): Promise<RecordsExport | null> {
  const now = await databaseNow();
  const row = await database().recordsExport.findFirst({
    where: { state: 'REQUESTED', runAfter: { lte: now }, ...isUnclaimed(now) },
    orderBy: { runAfter: 'asc' },
  });
  if (row === null) return null;
  const { id, attempts } = row;
  const isOurs = await takeLease((free, claimedUntil) =>
    database().recordsExport.updateMany({
      where: { id, attempts, state: 'REQUESTED', ...free },
      data: { claimedUntil, attempts: { increment: 1 }, reportsDone: 0 },
    }),
  );
  return isOurs ? { ...row, attempts: attempts + 1 } : null;
}

async function putOff(claimed: RecordsExport, lastError: string): Promise<void> {
  const { id, accountId, attempts, requestedAt } = claimed;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const hasFailed = now.getTime() - requestedAt.getTime() > TRIED_MS;
    const { count } = await tx.recordsExport.updateMany({
      where: isStillOurs(claimed),
      data: {
        ...{ claimedUntil: null, lastError, runAfter: new Date(now.getTime() + pause) },
        ...(hasFailed && { state: 'FAILED', openFor: null }),
      },
    });
    if (count === 0 || !hasFailed) return;
    await notify(tx, { accountId, kind: 'export-failed', once: `export-failed:${id}` });
    appendAuditEvent(tx, {
      ...{ action: 'export.failed', actorKind: 'SYSTEM', actorId: 'make-exports' },
      subjectId: accountId,
    });
  });
}
