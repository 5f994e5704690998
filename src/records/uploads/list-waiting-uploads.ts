import type { UploadKind } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { openUploadTexts } from './sealed-about';

/** A checked file as an administrator decides about it: nothing of what it is called or shows. */
export interface WaitingUpload {
  id: string;
  kind: UploadKind;
  mediaType: string;
  bytes: number;
  pages: number;
  isScanned: boolean;
  patientNumber: number | null;
  /** ISO 8601. */
  checkedAt: string;
  clinicMayLook: boolean;
}

/** Files of a page. */
const PAGE_LENGTH = 20;

/**
 * Files that wait for a decision, the oldest first.
 * @param page from 1
 */
export async function listWaitingUploads(
  page: number,
): Promise<{ uploads: WaitingUpload[]; waiting: number; pages: number }> {
  const where = { state: 'CHECKED' } as const;
  const [rows, waiting] = await Promise.all([
    database().upload.findMany({
      where,
      orderBy: [{ announcedAt: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * PAGE_LENGTH,
      take: PAGE_LENGTH,
      include: { account: { select: { patient: { select: { number: true } } } } },
    }),
    database().upload.count({ where }),
  ]);
  const texts = await openUploadTexts(rows);
  const uploads = rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, mediaType: row.mediaType ?? '', bytes: row.bytes },
    ...{ pages: row.pages ?? 1, isScanned: row.isScanned === true },
    patientNumber: row.account.patient?.number ?? null,
    checkedAt: (row.checkedAt ?? row.announcedAt).toISOString(),
    clinicMayLook: texts.get(row.id)?.about.clinicMayLook ?? false,
  }));
  return { uploads, waiting, pages: Math.max(1, Math.ceil(waiting / PAGE_LENGTH)) };
}
