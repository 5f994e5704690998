import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { deleteUnder } from '@/vault/sealed-parts';
import { folderOf } from './export-file';

/**
 * Deletes a person's own copy, or stops making it. What a worker is still storing is deleted by the sweep.
 * @throws AppError not-found, also for the copy of another person; store-unavailable
 */
export async function endExport(actor: Actor, exportId: string): Promise<void> {
  requirePatient(actor);
  const { accountId } = actor;
  const ended = await deleteExports({ id: exportId, accountId });
  if (ended === 0) throw new AppError('not-found');
}

/**
 * Deletes copies with their parts in the store. The parts go first: a row is what leads to them.
 * @param actorKind who does it: the person, or a worker
 * @returns how many there were
 * @throws AppError store-unavailable
 */
export async function deleteExports(
  where: Prisma.RecordsExportWhereInput,
  actorKind: 'ACCOUNT' | 'SYSTEM' = 'ACCOUNT',
): Promise<number> {
  const found = await database().recordsExport.findMany({
    where,
    select: { id: true, accountId: true },
  });
  for (const { id, accountId } of found) {
    // From now on it can neither be downloaded nor finished.
    await database().recordsExport.updateMany({
      where: { id },
      data: { state: 'FAILED', openFor: null, wrappedKey: null, parts: null },
    });
    await deleteUnder(folderOf(id));
    await inTransaction(async (tx) => {
      const { count } = await tx.recordsExport.deleteMany({ where: { id } });
      if (count === 0) return;
      appendAuditEvent(tx, {
        action: 'export.deleted',
        actorKind,
        actorId: actorKind === 'SYSTEM' ? 'sweep-exports' : accountId,
        ...(actorKind === 'SYSTEM' ? { subjectId: accountId } : {}),
      });
    });
  }
  return found.length;
}
