import { randomUUID } from 'node:crypto';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { newDataKey } from '@/vault/data-key';
import { ensurePersonKey } from '@/vault/person-key';
import { deleteUnder, sealParts } from '@/vault/sealed-parts';
import { moveUpload } from './move-upload';
import { receivedFile, wrapUploadKey } from './upload-key';

/**
 * Takes the file that was announced: sealed part by part while it arrives, so that the store never holds a readable byte
 * of it. A worker checks it next.
 * @param body the file; it must be as long as was announced
 * @throws AppError not-found for all but its patient; wrong-state when it is here already; invalid-input when its
 *   length is another; store-unavailable; what the body throws
 */
export async function receiveUpload(
  actor: Actor,
  uploadId: string,
  body: AsyncIterable<Uint8Array>,
): Promise<void> {
  requirePatient(actor);
  const { accountId } = actor;
  const upload = await database().upload.findFirst({ where: { id: uploadId, accountId } });
  if (upload === null) throw new AppError('not-found');
  if (upload.state !== 'ANNOUNCED') throw new AppError('wrong-state');
  const [key, receipt] = [newDataKey(), randomUUID()];
  const file = receivedFile(upload, receipt, key);
  try {
    const { parts, bytes } = await sealParts(file, body);
    if (bytes !== upload.bytes) {
      throw new AppError('invalid-input', { detail: (t) => t('records.receive.otherLength') });
    }
    await inTransaction(async (tx) => {
      const wrappedKey = wrapUploadKey(key, await ensurePersonKey(tx, accountId), upload);
      const receivedAt = await databaseNow(tx);
      await moveUpload(tx, uploadId, 'receive', 'patient', {
        ...{ wrappedKey, receipt, parts, receivedAt },
      });
      await enqueueJob(tx, 'check-upload', { uploadId });
      appendAuditEvent(tx, {
        ...{ action: 'upload.received', actorKind: 'ACCOUNT', actorId: accountId },
        details: { uploadId, bytes },
      });
    });
  } catch (error) {
    // What the store keeps when it is away now, the sweep deletes.
    await deleteUnder(`${file.name}/`).catch(() => undefined);
    throw error;
  }
}
