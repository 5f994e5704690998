import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { requirePatient } from '@/reports/access/lock-received-report';
import type { ExportProgress } from './export-progress-schema';

/**
 * How far the newest copy of a patient's records is; null when there is none, or its day is over.
 * @throws AppError not-found for all but patients
 */
export async function readOwnExport(actor: Actor): Promise<ExportProgress | null> {
  requirePatient(actor);
  const row = await database().recordsExport.findFirst({
    where: { accountId: actor.accountId },
    orderBy: { requestedAt: 'desc' },
  });
  if (row === null || (row.expiresAt !== null && row.expiresAt <= (await databaseNow()))) {
    return null;
  }
  const { id, state, requestedAt, reports, reportsDone, bytes, expiresAt, lastError } = row;
  return {
    ...{ id, state, reports, reportsDone },
    requestedAt: requestedAt.toISOString(),
    bytes: bytes === null ? null : Number(bytes),
    expiresAt: expiresAt?.toISOString() ?? null,
    isDelayed: state === 'REQUESTED' && lastError !== null,
  };
}
