import { database } from '@/platform/database/database';
import { AppError, isAppError, type ErrorCode } from '@/platform/errors';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { requireSeal } from '@/reports/sealed/sealed-report';
import { openDocument } from '@/vault/open-document';

/**
 * Opens the stored PDF of a report. While its patient is being erased its object or its key may be gone already: then
 * it was destroyed, and nobody altered it.
 * @param gone the code of the error for a report that was destroyed
 * @throws AppError with this code; store-unavailable, object-altered
 */
export async function openStoredDocument(
  report: KeyedReport,
  gone: ErrorCode = 'not-found',
): Promise<Uint8Array> {
  try {
    return await openDocument(requireSeal(report, gone));
  } catch (error) {
    if (!isAppError(error, 'object-altered') || !(await isBeingErased(report))) throw error;
    throw new AppError(gone, { cause: error });
  }
}

async function isBeingErased({ patientId: id }: KeyedReport): Promise<boolean> {
  if (id === null) return false;
  return (await database().account.count({ where: { id, status: 'ERASED' } })) > 0;
}
