import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { UploadKind } from '@/generated/prisma/enums';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { sealPersonText } from '@/vault/person-texts';
import { uploadAboutSchema } from './upload-about';
import { MAX_ANNOUNCED, MAX_FILE_BYTES, MAX_FILES, MAX_PATIENT_BYTES } from './upload-limits';

/** A file that is about to be sent. */
export const announcementSchema = uploadAboutSchema.extend({
  kind: z.enum(UploadKind),
  /** Its length. */
  bytes: z.number().int().min(1).max(MAX_FILE_BYTES),
});

/**
 * Reserves the place of a file, and keeps sealed what its patient typed about it. The file is sent next.
 * @returns its id
 * @throws AppError not-found for all but patients; conflict when the patient has too many files, or too many bytes
 */
export async function announceUpload(
  actor: Actor,
  { kind, bytes, ...about }: z.infer<typeof announcementSchema>,
): Promise<{ id: string }> {
  requirePatient(actor);
  const { accountId } = actor;
  const id = uuidv7();
  await inTransaction(async (tx) => {
    // Written, not only locked (docs/decisions/139): two at once must not both take the last place.
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    await requirePlace(tx, accountId, bytes);
    const text = JSON.stringify(about);
    const sealedAbout = await sealPersonText(tx, accountId, `upload/${id}/about`, text);
    await tx.upload.create({
      data: {
        ...{ id, accountId, kind, bytes, sealedAbout, state: 'ANNOUNCED' },
        announcedAt: await databaseNow(tx),
      },
    });
    appendAuditEvent(tx, {
      ...{ action: 'upload.announced', actorKind: 'ACCOUNT', actorId: accountId },
      details: { uploadId: id, kind, bytes },
    });
  });
  return { id };
}

async function requirePlace(tx: Transaction, accountId: string, bytes: number): Promise<void> {
  const [all, onTheirWay] = await Promise.all([
    tx.upload.aggregate({ where: { accountId }, _count: true, _sum: { bytes: true } }),
    tx.upload.count({ where: { accountId, state: 'ANNOUNCED' } }),
  ]);
  if (all._count >= MAX_FILES) {
    throw new AppError('conflict', {
      detail: (t) => t('records.announce.tooManyFiles', { most: MAX_FILES }),
    });
  }
  if ((all._sum.bytes ?? 0) + bytes > MAX_PATIENT_BYTES) {
    throw new AppError('conflict', { detail: (t) => t('records.announce.tooManyBytes') });
  }
  if (onTheirWay >= MAX_ANNOUNCED) {
    throw new AppError('conflict', {
      detail: (t) => t('records.announce.tooManyAtOnce', { most: MAX_ANNOUNCED }),
    });
  }
}
