import { appendAuditEvent } from '@/audit/append-audit-event';
import type { RecordsExport } from '@/generated/prisma/client';
import { notify } from '@/notifications/notify';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { newDataKey } from '@/vault/data-key';
import { ensurePersonKey } from '@/vault/person-key';
import { deleteUnder, sealParts, type StoredParts } from '@/vault/sealed-parts';
import { folderOf, nameOfFile, wrapExportKey } from './export-file';
import { KEPT_MS } from './export-limits';
import { recordFiles } from './record-files';
import { zipFiles } from './zip-files';

/** The one that a worker holds: not stopped or deleted since, and not taken over by another worker. */
export function isStillOurs({ id, attempts }: Pick<RecordsExport, 'id' | 'attempts'>) {
  return { id, attempts, state: 'REQUESTED' as const };
}

/**
 * Makes one copy of a person's records: collects, zips and seals it a part at a time, then tells the person.
 * @param stop ends it between two reports
 * @throws AppError store-unavailable; Error when it was stopped
 */
export async function buildExport(claimed: RecordsExport, stop: AbortSignal): Promise<void> {
  await deleteUnder(folderOf(claimed.id));
  const key = newDataKey();
  const included: string[] = [];
  const progress = {
    counted: (reports: number) => note(claimed, { reports }),
    done: async (reportId: string) => {
      stop.throwIfAborted();
      included.push(reportId);
      await note(claimed, { reportsDone: included.length });
    },
  };
  try {
    const files = zipFiles(recordFiles(claimed.accountId, progress), claimed.requestedAt);
    const stored = await sealParts({ name: nameOfFile(claimed), key }, files);
    await finish(claimed, key, stored, included);
  } catch (error) {
    // Also when the copy was deleted meanwhile: nothing of it stays.
    await deleteUnder(`${nameOfFile(claimed)}/`).catch(() => undefined);
    throw error;
  }
}

async function note(
  claimed: RecordsExport,
  data: { reports: number } | { reportsDone: number },
): Promise<void> {
  const { count } = await database().recordsExport.updateMany({
    where: isStillOurs(claimed),
    data,
  });
  if (count === 0) throw new Error('The export was stopped');
}

async function finish(
  claimed: RecordsExport,
  key: Uint8Array,
  { parts, bytes }: StoredParts,
  reportIds: readonly string[],
): Promise<void> {
  const { id, accountId } = claimed;
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const personKey = await ensurePersonKey(tx, accountId);
    const { count } = await tx.recordsExport.updateMany({
      where: isStillOurs(claimed),
      data: {
        ...{ state: 'READY', parts, bytes: BigInt(bytes), claimedUntil: null, lastError: null },
        wrappedKey: wrapExportKey(key, personKey, claimed),
        expiresAt: new Date(now.getTime() + KEPT_MS),
      },
    });
    if (count === 0) throw new Error('The export was stopped');
    await notify(tx, {
      ...{ accountId, kind: 'export-ready', refId: id },
      mail: {
        kind: 'mail-export-ready',
        payload: { exportId: id },
        dedupeKey: `mail-export-ready:${id}`,
      },
    });
    for (const reportId of reportIds) {
      appendAuditEvent(tx, {
        relation: 'owner',
        ...{ action: 'report.own-copy-taken', actorKind: 'ACCOUNT', actorId: accountId, reportId },
        details: { exportId: id },
      });
    }
    appendAuditEvent(tx, {
      relation: 'system',
      ...{ action: 'export.made', actorKind: 'SYSTEM', actorId: 'make-exports' },
      subjectId: accountId,
    });
  });
}
