import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { requirePatient } from '@/reports/access/lock-received-report';
import type { OwnUpload } from './own-upload-schema';
import { isRefusal } from './refusals';
import { openUploadTexts } from './sealed-about';
import { MAX_FILES } from './upload-limits';

/**
 * The files that a patient has brought, newest first; not those that are still being sent.
 * @throws AppError not-found for all but patients; object-altered
 */
export async function listOwnUploads(actor: Actor): Promise<OwnUpload[]> {
  requirePatient(actor);
  const rows = await database().upload.findMany({
    where: { accountId: actor.accountId, state: { not: 'ANNOUNCED' } },
    orderBy: { announcedAt: 'desc' },
    take: MAX_FILES,
  });
  const [texts, faults] = await Promise.all([
    openUploadTexts(rows),
    database().objectFault.findMany({
      where: { accountId: actor.accountId, uploadId: { not: null } },
      select: { uploadId: true },
    }),
  ]);
  const damaged = new Set(faults.map(({ uploadId }) => uploadId));
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    if (text === undefined) return [];
    const { id, state, kind, bytes, mediaType, pages, isScanned, refusal } = row;
    return [
      {
        ...{ id, state, kind, bytes, mediaType, pages, isScanned },
        ...{ ...text.about, reason: text.reason },
        announcedAt: row.announcedAt.toISOString(),
        isDamaged: damaged.has(id),
        hasPicture: row.previewAddress !== null,
        refusal: isRefusal(refusal) ? refusal : null,
      },
    ];
  });
}
