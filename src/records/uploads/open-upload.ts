import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Upload } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { openDocument } from '@/vault/open-document';
import { openUploadText } from './sealed-about';
import { uploadKey } from './upload-key';
import { isKeptMedia, KEPT_MEDIA, type KeptMedia } from './upload-kinds';

/** A file as it is sent to a reader. */
export interface OpenedFile {
  file: Uint8Array;
  mediaType: KeptMedia;
  fileName: string;
}

/** The file itself, or the picture of one that browsers cannot show. */
export type UploadPart = 'file' | 'picture';

/**
 * Opens an approved file of one's own.
 * @throws AppError not-found for all but its patient, and while it is not approved; store-unavailable; object-altered
 */
export async function openOwnUpload(
  actor: Actor,
  uploadId: string,
  part: UploadPart,
): Promise<OpenedFile> {
  requirePatient(actor);
  const { accountId } = actor;
  const upload = await database().upload.findFirst({
    where: { id: uploadId, accountId, state: 'APPROVED' },
  });
  if (upload === null) throw new AppError('not-found');
  const opened = await openUploadFile(upload, part);
  await noteOpening(actor, upload, 'upload.opened');
  return opened;
}

/**
 * Opens a checked file for an administrator who decides about it, where its patient has said that the clinic may look.
 * That is read from what the patient's key seals: nobody who writes to the database can give the permission.
 * @throws AppError not-found in all other cases; store-unavailable; object-altered
 */
export async function lookAtUpload(actor: Actor, uploadId: string): Promise<OpenedFile> {
  const upload = await database().upload.findFirst({ where: { id: uploadId, state: 'CHECKED' } });
  if (upload === null) throw new AppError('not-found');
  const { about } = await openUploadText(upload);
  if (!about.clinicMayLook) throw new AppError('not-found');
  const opened = await openUploadFile(upload, upload.previewHash === null ? 'file' : 'picture');
  await noteOpening(actor, upload, 'upload.looked-at');
  return opened;
}

/**
 * Opens the rebuilt file of a row.
 * @throws AppError not-found when there is none; store-unavailable; object-altered
 */
export async function openUploadFile(upload: Upload, part: UploadPart): Promise<OpenedFile> {
  const [objectAddress, contentHash, mediaType] =
    part === 'file'
      ? [upload.objectAddress, upload.contentHash, upload.mediaType]
      : [upload.previewAddress, upload.previewHash, 'image/png'];
  if (objectAddress === null || contentHash === null || !isKeptMedia(mediaType)) {
    throw new AppError('not-found');
  }
  const dataKey = await uploadKey(upload);
  const file = await openDocument({ objectAddress, contentHash, dataKey });
  const day = upload.announcedAt.toISOString().slice(0, 10);
  const fileName = `MedAnchor-file-${day}-${upload.id.slice(-6)}.${KEPT_MEDIA[mediaType]}`;
  return { file, mediaType, fileName };
}

async function noteOpening(
  actor: Actor,
  { id: uploadId, accountId }: Upload,
  action: 'upload.opened' | 'upload.looked-at',
): Promise<void> {
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      ...{ action, actorKind: 'ACCOUNT', actorId: actor.accountId },
      ...(actor.accountId !== accountId && { subjectId: accountId }),
      details: { uploadId },
    }),
  );
}
