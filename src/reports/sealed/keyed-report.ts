import type { PersonKey, Report } from '@/generated/prisma/client';
import { AppError, type ErrorCode } from '@/platform/errors';
import { unwrapDataKey } from '@/vault/data-key';
import { openPersonKey } from '@/vault/person-key';

/** For `include`: the rows of keys that open a report. */
export const WITH_KEYS = { patientKey: true, doctorKey: true } as const;

/** A report together with the keys that open it. */
export type KeyedReport = Report & { patientKey: PersonKey | null; doctorKey: PersonKey | null };

/** The columns that say whose key wraps a report's data key, and for what. */
export type KeyColumns = Pick<
  KeyedReport,
  | 'id'
  | 'patientId'
  | 'doctorId'
  | 'contentHash'
  | 'wrappedKey'
  | 'patientKey'
  | 'doctorKey'
  | 'keptUntil'
>;

/**
 * A report's data key. Keep it in memory only.
 * @returns null when it was destroyed, or the key of its person was
 * @throws AppError object-altered when a row was altered or moved, or the keyring lacks the key
 */
export function dataKeyOf(report: KeyColumns): Uint8Array<ArrayBuffer> | null {
  const { id: reportId, doctorId, contentHash, wrappedKey, keptUntil } = report;
  // Kept for the clinic after its patient was erased: the doctor's key wraps it, as in a draft without a patient.
  const patientId = keptUntil === null ? report.patientId : null;
  const personKey = patientId === null ? report.doctorKey : report.patientKey;
  if (wrappedKey === null || personKey === null) return null;
  const context = { reportId, doctorId, patientId, contentHash };
  try {
    return unwrapDataKey(wrappedKey, openPersonKey(personKey), context);
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
}

/**
 * A report's data key, see `dataKeyOf`.
 * @param code of the error when it was destroyed
 * @throws AppError with this code
 */
export function requireDataKey(
  report: KeyColumns,
  code: ErrorCode = 'not-found',
): Uint8Array<ArrayBuffer> {
  const dataKey = dataKeyOf(report);
  if (dataKey === null) throw new AppError(code);
  return dataKey;
}

/** Whose key wraps a report's data key. */
export function ownerOf({ patientId, doctorId }: Pick<Report, 'patientId' | 'doctorId'>): string {
  return patientId ?? doctorId;
}
