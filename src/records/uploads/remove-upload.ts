import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { deleteContent } from './delete-content';

/**
 * Removes a file of one's own, in whatever state. Its key goes first: from then on nothing opens it.
 * @throws AppError not-found for all but its patient; store-unavailable: it can be removed again
 */
export async function removeUpload(actor: Actor, uploadId: string): Promise<void> {
  requirePatient(actor);
  const { accountId } = actor;
  const where = { id: uploadId, accountId };
  const upload = await database().upload.findFirst({ where });
  if (upload === null) throw new AppError('not-found');
  await database().upload.updateMany({ where, data: { wrappedKey: null } });
  await deleteContent(upload);
  await inTransaction(async (tx) => {
    const { count } = await tx.upload.deleteMany({ where });
    if (count === 0) return;
    appendAuditEvent(tx, {
      ...{ action: 'upload.removed', actorKind: 'ACCOUNT', actorId: accountId },
      details: { uploadId },
    });
  });
}
