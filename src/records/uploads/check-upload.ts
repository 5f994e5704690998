import { createHash } from 'node:crypto';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Upload } from '@/generated/prisma/client';
import type { JobHandler } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { sealDocument } from '@/vault/seal-document';
import { deleteUnder, openParts } from '@/vault/sealed-parts';
import { moveUpload } from './move-upload';
import { runRebuild } from './rebuild/run-rebuild';
import type { RebuiltFile } from './rebuild/rebuild-result';
import type { Refusal } from './refusals';
import { scanForViruses } from './scan-for-viruses';
import { folderOf, receivedFile, uploadKey } from './upload-key';

/** Where a rebuilt file is. */
type KeptFile = Pick<Upload, 'objectAddress' | 'contentHash' | 'previewAddress' | 'previewHash'>;

/**
 * Checks a received file: has it scanned, rebuilds it in a process of its own, and keeps only what was rebuilt. What was
 * received is deleted whether it passes or not. A worker that dies in the middle leaves it to the next try.
 */
export const checkUpload: JobHandler<'check-upload'> = async ({ uploadId }) => {
  const upload = await database().upload.findUnique({ where: { id: uploadId } });
  // Checked by an earlier try, or removed.
  if (upload === null) return;
  if (upload.state === 'RECEIVED') {
    await check(upload).catch((error: unknown) => {
      // Removed meanwhile: what is left of it, the sweeps delete.
      if (!isAppError(error, 'not-found', 'wrong-state')) throw error;
    });
  }
  await deleteUnder(folderOf(upload));
};

async function check(upload: Upload): Promise<void> {
  const key = await uploadKey(upload);
  const chunks: Uint8Array[] = [];
  const received = receivedFile(upload, upload.receipt ?? '', key);
  for await (const chunk of openParts(received, upload.parts ?? 0)) chunks.push(chunk);
  const file = Buffer.concat(chunks);
  const verdict = await scanForViruses(file);
  if (verdict === 'infected') return refuse(upload, 'virus');
  const answer = await runRebuild({ kind: upload.kind, file });
  if ('refusal' in answer) return refuse(upload, answer.refusal);
  await pass(upload, key, answer.rebuilt, verdict === 'clean');
}

async function pass(
  upload: Upload,
  key: Uint8Array,
  rebuilt: RebuiltFile,
  isScanned: boolean,
): Promise<void> {
  const { id: uploadId, accountId } = upload;
  const { file, mediaType, pages } = rebuilt;
  const kept = await keep(key, rebuilt);
  await inTransaction(async (tx) => {
    await moveUpload(tx, uploadId, 'pass', 'worker', {
      ...{ ...kept, mediaType, pages, isScanned, bytes: file.length },
      ...{ checkedAt: await databaseNow(tx), receipt: null, parts: null },
    });
    await notifyAdministrators(tx, { kind: 'upload-waiting', once: `upload-waiting:${uploadId}` });
    appendAuditEvent(tx, {
      ...{ action: 'upload.checked', actorKind: 'SYSTEM', actorId: 'check-upload' },
      ...{ subjectId: accountId, details: { uploadId, mediaType, pages, isScanned } },
    });
  });
}

async function keep(key: Uint8Array, { file, preview }: RebuiltFile): Promise<KeptFile> {
  const contentHash = sha256(file);
  const document = await sealDocument(key, file, contentHash);
  await document.stored;
  const kept = { objectAddress: document.objectAddress, contentHash };
  if (preview === null) return { ...kept, previewAddress: null, previewHash: null };
  const previewHash = sha256(preview);
  const picture = await sealDocument(key, preview, previewHash);
  await picture.stored;
  return { ...kept, previewAddress: picture.objectAddress, previewHash };
}

async function refuse({ id: uploadId, accountId }: Upload, refusal: Refusal): Promise<void> {
  await inTransaction(async (tx) => {
    await moveUpload(tx, uploadId, 'refuse', 'worker', {
      ...{ refusal, checkedAt: await databaseNow(tx) },
      ...{ receipt: null, parts: null, wrappedKey: null, bytes: 0 },
    });
    await notify(tx, { accountId, kind: 'upload-rejected', once: `upload-rejected:${uploadId}` });
    appendAuditEvent(tx, {
      ...{ action: 'upload.refused', actorKind: 'SYSTEM', actorId: 'check-upload' },
      ...{ subjectId: accountId, details: { uploadId, refusal } },
    });
  });
}

function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(bytes).digest());
}
