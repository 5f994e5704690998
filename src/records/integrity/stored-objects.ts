import type { Upload } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { dataKeyOf, WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import type { SealedDocument } from '@/vault/open-document';
import { uploadKey } from '../uploads/upload-key';

/** An object that a row names, and whose it is. */
export interface NamedObject {
  address: string;
  accountId: string;
  reportId: string | null;
  uploadId: string | null;
  /** What opens it; `altered` when its row was altered, null when its key was destroyed. */
  document: SealedDocument | 'altered' | null;
}

/** Where a round is: reports are read first, by id, then patients' own files. */
export interface RoundPlace {
  isAtUploads: boolean;
  after: string;
}

/** The objects of the next rows. @returns them, of how many rows they are, and where to go on; null at the end */
export async function nextObjects(
  { isAtUploads, after }: RoundPlace,
  take: number,
): Promise<{ objects: NamedObject[]; rows: number; place: RoundPlace | null }> {
  const page = { orderBy: { id: 'asc' }, take } as const;
  const where = { objectAddress: { not: null }, id: { gt: after } };
  if (!isAtUploads) {
    const rows = await database().report.findMany({ where, ...page, include: WITH_KEYS });
    const last = rows.at(-1)?.id;
    const place =
      last === undefined ? { isAtUploads: true, after: '' } : { isAtUploads, after: last };
    return { objects: rows.flatMap(ofReport), rows: rows.length, place };
  }
  const rows = await database().upload.findMany({ where, ...page });
  const last = rows.at(-1)?.id;
  const objects = (await Promise.all(rows.map(ofUpload))).flat();
  const place = last === undefined ? null : { isAtUploads, after: last };
  return { objects, rows: rows.length, place };
}

/** The object of one row, as it is now; none when the row no longer names it. */
export async function findObject(address: string): Promise<NamedObject | null> {
  const report = await database().report.findFirst({
    where: { objectAddress: address },
    include: WITH_KEYS,
  });
  if (report !== null) return ofReport(report)[0] ?? null;
  const upload = await database().upload.findFirst({
    where: { OR: [{ objectAddress: address }, { previewAddress: address }] },
  });
  const objects = upload === null ? [] : await ofUpload(upload);
  return objects.find((object) => object.address === address) ?? null;
}

/**
 * Whether an object is still to be there, and whole: nobody deleted or replaced it meanwhile, and it is not about to be
 * destroyed with its patient's other data, or because the law keeps it no longer.
 */
export async function isToBeWhole(address: string): Promise<boolean> {
  const object = await findObject(address);
  if (object === null || object.document === null) return false;
  const { accountId, reportId } = object;
  const report =
    reportId === null
      ? null
      : await database().report.findUnique({
          where: { id: reportId },
          select: { keptUntil: true },
        });
  const keptUntil = report?.keptUntil ?? null;
  if (keptUntil !== null) return keptUntil > (await databaseNow());
  return (await database().account.count({ where: { id: accountId, status: 'ERASED' } })) === 0;
}

/** How many rows name objects. */
export async function countRows(): Promise<number> {
  const where = { objectAddress: { not: null } };
  const [reports, uploads] = await Promise.all([
    database().report.count({ where }),
    database().upload.count({ where }),
  ]);
  return reports + uploads;
}

function ofReport(report: KeyedReport): NamedObject[] {
  const { id: reportId, patientId, doctorId, objectAddress, contentHash } = report;
  if (objectAddress === null || contentHash === null) return [];
  const named = {
    address: objectAddress,
    accountId: patientId ?? doctorId,
    reportId,
    uploadId: null,
  };
  try {
    const dataKey = dataKeyOf(report);
    const document = dataKey === null ? null : { objectAddress, contentHash, dataKey };
    return [{ ...named, document }];
  } catch (error) {
    if (!isAppError(error, 'object-altered')) throw error;
    return [{ ...named, document: 'altered' }];
  }
}

async function ofUpload(upload: Upload): Promise<NamedObject[]> {
  const { id: uploadId, accountId } = upload;
  const key = await uploadKey(upload).catch((error: unknown) => {
    if (isAppError(error, 'not-found')) return null;
    if (isAppError(error, 'object-altered')) return 'altered' as const;
    throw error;
  });
  const parts = [
    [upload.objectAddress, upload.contentHash],
    [upload.previewAddress, upload.previewHash],
  ] as const;
  return parts.flatMap(([objectAddress, contentHash]) => {
    if (objectAddress === null || contentHash === null) return [];
    const document =
      key === null || key === 'altered' ? key : { objectAddress, contentHash, dataKey: key };
    return [{ address: objectAddress, accountId, reportId: null, uploadId, document }];
  });
}
