import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { DocumentVerdict } from '@/vault/check-document';
import { isToBeWhole, type NamedObject } from './stored-objects';

/**
 * Notes what was found. Of a new fault its owner and the administrators are told; one that is whole again, because it was
 * restored, is no fault any more.
 */
export async function noteVerdict(object: NamedObject, verdict: DocumentVerdict): Promise<void> {
  const { address, accountId, reportId, uploadId } = object;
  if (verdict !== 'WHOLE' && !(await isToBeWhole(address))) return;
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const where = { address };
    const event = {
      ...({ actorKind: 'SYSTEM', actorId: 'check-objects', subjectId: accountId } as const),
      ...(reportId !== null && { reportId }),
      details: { uploadId, verdict },
    };
    if (verdict === 'WHOLE') {
      const { count } = await tx.objectFault.deleteMany({ where });
      if (count > 0) appendAuditEvent(tx, { action: 'object.found-whole', ...event });
      return;
    }
    const { count: known } = await tx.objectFault.updateMany({
      where,
      data: { verdict, checkedAt: now },
    });
    if (known > 0) return;
    await tx.objectFault.createMany({
      data: { address, accountId, reportId, uploadId, verdict, foundAt: now, checkedAt: now },
      skipDuplicates: true,
    });
    const once = `object-damaged:${address}:${now.toISOString()}`;
    await notify(tx, {
      ...{ accountId, once },
      ...(reportId === null
        ? { kind: 'file-damaged' as const }
        : { kind: 'report-damaged' as const, refId: reportId }),
    });
    await notifyAdministrators(tx, { kind: 'object-damaged', once });
    appendAuditEvent(tx, { action: 'object.found-damaged', ...event });
  });
}
